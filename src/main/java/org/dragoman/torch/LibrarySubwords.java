package org.dragoman.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tokenizer.json} of the Hugging Face tokenizers library, run by that library. Nothing is
 * cut or padded, whatever the file says. One native handle; immutable and thread-safe.
 */
final class LibrarySubwords implements Subwords {
    private static final Map<String, String> WHOLE =
            Map.of("truncation", "false", "padding", "false");

    /** Any text that every vocabulary has an id for. */
    private static final String PROBE = "a";

    /** A text that a space before it would change, but not what is taken away. */
    private static final String SPACED = Piece.SPACE + PROBE;

    private final HuggingFaceTokenizer tokenizer;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private LibrarySubwords(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        NativeHandles.opened();
    }

    /**
     * Reads a tokenizer.
     *
     * @param json what the file says
     * @param file to name when it is no tokenizer
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file
     */
    static LibrarySubwords parse(byte[] json, Path file) {
        LibraryRules.check(json, file);
        TorchEngine.prepare(); // it keeps the library from asking the network for its natives
        try {
            return new LibrarySubwords(
                    HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), WHOLE));
        } catch (IOException | RuntimeException failure) { // the native side has no narrower one
            throw FileFault.in(file, "is not a tokenizer", failure);
        }
    }

    /**
     * A character that the file's rules take away is left out at the start of a text, where the
     * library would not count it and give every span one too early.
     */
    @Override
    public Tokens encode(String text) {
        int lost = lostAtStart(text);
        Tokens tokens = encode(text.substring(lost), false);
        return new Tokens(tokens.ids(), Spans.inOrder(tokens.spans(), lost));
    }

    /** The ids that the file's own template puts before and after a text. */
    Frame template() {
        Tokens framed = encode(PROBE, true);
        List<@Nullable Span> spans = framed.spans();
        int before = 0;
        while (before < spans.size() && spans.get(before) == null) {
            before++;
        }
        int after = spans.size();
        while (after > before && spans.get(after - 1) == null) {
            after--;
        }
        int[] ids = framed.ids();
        return new Frame(Arrays.copyOf(ids, before), Arrays.copyOfRange(ids, after, ids.length));
    }

    @Override
    public OptionalInt id(String item) {
        Encoding encoding = tokenizer.encode(item, false, false);
        boolean whole = encoding.getIds().length == 1 && encoding.getTokens()[0].equals(item);
        return whole ? OptionalInt.of(Math.toIntExact(encoding.getIds()[0])) : OptionalInt.empty();
    }

    @Override
    public String decode(int[] ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            tokenizer.close();
            NativeHandles.closed();
        }
    }

    private int lostAtStart(String text) {
        int at = 0;
        while (at < text.length() && isLost(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private boolean isLost(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK ->
                    Arrays.equals(
                            encode(Character.toString(point) + SPACED, false).ids(),
                            encode(SPACED, false).ids());
            default -> false;
        };
    }

    private Tokens encode(String text, boolean framed) {
        Encoding encoding = tokenizer.encode(whole(text), framed, false);
        int[] ids = Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
        int[] offsets = offsets(text);
        List<@Nullable Span> spans = new ArrayList<>(ids.length);
        for (CharSpan span : encoding.getCharTokenSpans()) {
            spans.add(
                    span == null
                            ? null
                            : new Span(offsets[span.getStart()], offsets[span.getEnd()]));
        }
        return new Tokens(ids, Collections.unmodifiableList(spans));
    }

    /** The library counts in code points: for each its UTF-16 index, and the text's length. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int point = 0; point < offsets.length - 1; point++) {
            offsets[point] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[offsets.length - 1] = at;
        return offsets;
    }

    /** The library takes only whole characters: half a surrogate pair becomes U+FFFD. */
    private static String whole(String text) {
        int[] points =
                text.codePoints()
                        .map(
                                point ->
                                        point >= Character.MIN_SURROGATE
                                                        && point <= Character.MAX_SURROGATE
                                                ? 0xfffd
                                                : point)
                        .toArray();
        return new String(points, 0, points.length);
    }
}
