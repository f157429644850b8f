package org.dragoman.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tokenizer.json} of the Hugging Face tokenizers library, run by that library. Nothing is
 * cut or padded, whatever the file says. One native handle; immutable and thread-safe.
 */
final class WordPieceTokenizer implements Tokenizer {
    private static final long LARGEST = 64L << 20;
    private static final Map<String, String> WHOLE =
            Map.of("truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer tokenizer;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private WordPieceTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        NativeHandles.opened();
    }

    /**
     * Reads a tokenizer.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file
     */
    static WordPieceTokenizer load(Path file) {
        TorchEngine.prepare(); // it keeps the library from asking the network for its natives
        try (InputStream content = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST) {
                throw FileFault.in(file, "is larger than any tokenizer (64 MiB)");
            }
            return new WordPieceTokenizer(parse(file, content));
        } catch (IOException failure) {
            throw FileFault.in(file, "cannot be read", failure);
        }
    }

    private static HuggingFaceTokenizer parse(Path file, InputStream content) throws IOException {
        try {
            return HuggingFaceTokenizer.newInstance(content, WHOLE);
        } catch (RuntimeException failure) { // the library's native side throws nothing narrower
            throw FileFault.in(file, "is not a tokenizer", failure);
        }
    }

    @Override
    public Tokens encode(String text, Direction direction) {
        Encoding encoding = tokenizer.encode(whole(text), true, false);
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
