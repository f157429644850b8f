package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Stage;
import org.dragoman.model.Tokenizer;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.Span;

/**
 * Text in chunks that a model reads whole: runs of sentences of about the same length, so that no
 * chunk is a mere rest. A sentence longer than a chunk is split at clause marks. Nothing is left
 * out. Sentences are joined by a space, the way summarisers saw them in training, and white space
 * within them is a space too. Immutable and thread-safe.
 */
final class Chunks {
    /** Summarisers are trained on 512 or 1,024 tokens, also those that would take any number. */
    private static final int LONGEST = 1024;

    private final Tokenizer tokenizer;
    private final ClauseSplitter clauses;
    private final LanguageTag language;
    private final int longest;

    Chunks(LoadedModel.Writing model, ClauseSplitter clauses, LanguageTag language) {
        this.tokenizer = model.tokenizer();
        this.clauses = clauses;
        this.language = language;
        this.longest = Math.min(LONGEST, model.model().limits().longestSource());
    }

    /**
     * A chunk.
     *
     * @param source ids with specials
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(String text, int[] source) {}

    /**
     * The chunks of {@code sentences}, in order, at least one.
     *
     * @param sentences at least one
     * @throws DragomanException too-large when one character has more tokens than the model reads;
     *     language-unsupported
     */
    List<Chunk> of(List<String> sentences) {
        List<String> pieces = sentences.stream().flatMap(s -> pieces(s).stream()).toList();
        int specials = ids("").length;
        int[] sizes = pieces.stream().mapToInt(piece -> ids(piece).length - specials).toArray();
        List<Chunk> chunks = new ArrayList<>();
        for (Span run : runs(sizes, longest - specials)) {
            add(pieces.subList(run.start(), run.end()), chunks);
        }
        return List.copyOf(chunks);
    }

    /** Indices of sizes that make at most {@code room} together. */
    private static List<Span> runs(int[] sizes, int room) {
        long all = Arrays.stream(sizes).asLongStream().sum();
        double even = all / Math.max(1, Math.ceil((double) all / room));
        List<Span> runs = new ArrayList<>();
        int start = 0;
        long size = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (i > start && (size >= even || size + sizes[i] > room)) {
                runs.add(new Span(start, i));
                start = i;
                size = 0;
            }
            size += sizes[i];
        }
        runs.add(new Span(start, sizes.length));
        return runs;
    }

    /** One chunk; more when pieces have more tokens together than each on its own. */
    private void add(List<String> pieces, List<Chunk> chunks) {
        String text = String.join(" ", pieces);
        int[] source = ids(text);
        if (source.length <= longest) {
            chunks.add(new Chunk(text, source));
        } else {
            add(pieces.subList(0, pieces.size() / 2), chunks);
            add(pieces.subList(pieces.size() / 2, pieces.size()), chunks);
        }
    }

    private List<String> pieces(String sentence) {
        String line = Written.line(sentence);
        Span whole = new Span(0, line.length());
        return clauses.split(line, whole, language, span -> fits(span.in(line).strip())).stream()
                .map(span -> checked(span.in(line).strip()))
                .toList();
    }

    private String checked(String piece) {
        if (!fits(piece)) {
            throw new DragomanException(
                    ErrorCode.TOO_LARGE,
                    "A character of the text has more than the "
                            + longest
                            + " tokens that the model reads.");
        }
        return piece;
    }

    private boolean fits(String piece) {
        return ids(piece).length <= longest;
    }

    private int[] ids(String text) {
        return Stage.TOKENISE.time(() -> tokenizer.encode(text, language, language)).ids();
    }
}
