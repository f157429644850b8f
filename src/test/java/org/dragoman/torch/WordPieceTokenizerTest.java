package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.TestModels;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.ModelFile;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word pieces stand for exact stretches of the text, and the native handle is given back. */
class WordPieceTokenizerTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    @TempDir Path folder;
    private long openBefore;

    @BeforeEach
    void countHandles() {
        openBefore = NativeHandles.open();
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    @Test
    void spansCountUtf16Units() {
        assertThat(pieces("Caf\u00e9 \ud83d\ude00 \ud83d\ude00 unbelievable, e\u0301!"))
                .startsWith(
                        "START", "Caf\u00e9", "\ud83d\ude00", "\ud83d\ude00", "unbelievable", ",")
                .endsWith("!", "END");
    }

    @Test
    void nothingIsCutOrPadded() {
        try (WordPieceTokenizer tokenizer = load()) {
            assertThat(tokenizer.encode("word", Direction.SOURCE).length()).isEqualTo(3);
            Tokens tokens = tokenizer.encode("word ".repeat(40_000), Direction.SOURCE);
            assertThat(tokens.length()).isEqualTo(40_002);
            assertThat(tokens.spans().get(40_000)).extracting("start").isEqualTo(39_999 * 5);
        }
    }

    @Test
    void decodingLeavesSpecialsOut() {
        try (WordPieceTokenizer tokenizer = load()) {
            int[] ids = tokenizer.encode("The new bridge", Direction.SOURCE).ids();
            assertThat(tokenizer.decode(ids)).isEqualTo("the new bridge");
        }
    }

    @Test
    void spansAscendAndStayWhole() {
        Random random = new Random(11);
        try (WordPieceTokenizer tokenizer = load()) {
            for (int i = 0; i < CASES; i++) {
                String text = NastyText.any(random);
                SpanChecks.holdFor(text, tokenizer.encode(text, Direction.SOURCE));
            }
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        WordPieceTokenizer tokenizer = load();
        tokenizer.close();
        tokenizer.close();
    }

    @Test
    void aFileThatIsNoTokenizerIsRefusedByName() throws IOException {
        for (String content : List.of("", "{}", "[[[[", "{\"model\":{\"type\":\"None\"}}")) {
            Path file = Files.writeString(folder.resolve("tokenizer.json"), content);
            assertThatThrownBy(() -> WordPieceTokenizer.load(file).close())
                    .isInstanceOf(DragomanException.class)
                    .hasMessageContaining("tokenizer.json");
        }
        assertThatThrownBy(() -> WordPieceTokenizer.load(folder.resolve("absent.json")).close())
                .isInstanceOf(DragomanException.class)
                .hasMessageContaining("absent.json");
    }

    private static List<String> pieces(String text) {
        try (WordPieceTokenizer tokenizer = load()) {
            Tokens tokens = tokenizer.encode(text, Direction.SOURCE);
            return IntStream.range(0, tokens.length())
                    .mapToObj(
                            i -> {
                                var span = tokens.spans().get(i);
                                return span != null ? span.in(text) : i == 0 ? "START" : "END";
                            })
                    .toList();
        }
    }

    private static WordPieceTokenizer load() {
        return WordPieceTokenizer.load(
                TestModels.installed("all-minilm-l6-v2").file(ModelFile.Role.TOKENIZER));
    }
}
