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
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word pieces stand for exact stretches of the text, and the native handle is given back. */
class HubTokenizerTest {
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
        try (Tokenizer tokenizer = load()) {
            assertThat(tokenizer.encode("word", Direction.SOURCE).length()).isEqualTo(3);
            Tokens tokens = tokenizer.encode("word ".repeat(40_000), Direction.SOURCE);
            assertThat(tokens.length()).isEqualTo(40_002);
            assertThat(tokens.spans().get(40_000)).extracting("start").isEqualTo(39_999 * 5);
        }
    }

    @Test
    void aPrefixIsReadWithTheTextAndStandsForNothingInIt() {
        try (Tokenizer plain = load();
                Tokenizer prefixed =
                        HubTokenizer.load(
                                TestModels.installed("all-minilm-l6-v2").directory(), "query: ")) {
            Tokens tokens = prefixed.encode("new bridge", Direction.SOURCE);
            assertThat(tokens.ids())
                    .isEqualTo(plain.encode("query: new bridge", Direction.SOURCE).ids());
            assertThat(tokens.spans())
                    .containsExactly(null, null, null, new Span(0, 3), new Span(4, 10), null);
            assertThat(prefixed.encode("new bridge", Direction.TARGET).ids())
                    .isEqualTo(plain.encode("new bridge", Direction.SOURCE).ids());
        }
    }

    @Test
    void decodingLeavesSpecialsOut() {
        try (Tokenizer tokenizer = load()) {
            int[] ids = tokenizer.encode("The new bridge", Direction.SOURCE).ids();
            assertThat(tokenizer.decode(ids)).isEqualTo("the new bridge");
        }
    }

    @Test
    void spansAscendAndStayWhole() {
        Random random = new Random(11);
        try (Tokenizer tokenizer = load()) {
            for (int i = 0; i < CASES; i++) {
                String text = NastyText.any(random);
                SpanChecks.holdFor(text, tokenizer.encode(text, Direction.SOURCE));
            }
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Tokenizer tokenizer = load();
        tokenizer.close();
        tokenizer.close();
    }

    @Test
    void aFileThatIsNoTokenizerIsRefusedByName() throws IOException {
        for (String content : List.of("", "{}", "[[[[", "{\"model\":{\"type\":\"None\"}}")) {
            Files.writeString(folder.resolve("tokenizer.json"), content);
            assertThatThrownBy(() -> HubTokenizer.load(folder, "").close())
                    .isInstanceOf(DragomanException.class)
                    .hasMessageContaining("tokenizer.json");
        }
    }

    private static List<String> pieces(String text) {
        try (Tokenizer tokenizer = load()) {
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

    private static Tokenizer load() {
        return HubTokenizer.load(TestModels.installed("all-minilm-l6-v2").directory(), "");
    }
}
