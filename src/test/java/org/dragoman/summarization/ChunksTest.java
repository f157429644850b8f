package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.dragoman.summarization.Chunks.Chunk;
import org.dragoman.text.ClauseSplitter;
import org.junit.jupiter.api.Test;

/** How a long text is cut, where a token is a code point and one more stands at the end. */
class ChunksTest {
    @Test
    void whatFitsIsOneChunkAndItsSentencesAreJoinedByASpace() {
        assertThat(texts(40, "One is\n here.", "Two is there."))
                .containsExactly("One is here. Two is there.");
    }

    @Test
    void chunksAreAboutEquallyLongSoThatNoneIsAMereRest() {
        assertThat(texts(35, "One is here.", "Two is here.", "Six is here."))
                .containsExactly("One is here. Two is here.", "Six is here.");
        assertThat(
                        texts(
                                62,
                                "One is here.",
                                "Two is here.",
                                "Six is here.",
                                "Ten is here.",
                                "All."))
                .containsExactly("One is here. Two is here. Six is here. Ten is here. All.");
        assertThat(texts(50, "One is here.", "Two is here.", "Six is here.", "Ten is here."))
                .containsExactly("One is here. Two is here.", "Six is here. Ten is here.");
    }

    @Test
    void aSentenceLongerThanAChunkIsSplitAtItsClauses() {
        assertThat(texts(30, "The old port is open, the new port is shut."))
                .containsExactly("The old port is open,", "the new port is shut.");
    }

    @Test
    void nothingIsLostAndNothingIsTooLong() {
        Random random = new Random(4);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            int longest = 8 + random.nextInt(80);
            List<String> sentences = sentences(random);
            List<Chunk> chunks = chunks(longest).of(sentences);
            assertThat(chunks).allMatch(chunk -> chunk.source().length <= longest);
            assertThat(bare(chunks.stream().map(Chunk::text).toList())).isEqualTo(bare(sentences));
        }
    }

    private static List<String> sentences(Random random) {
        List<String> sentences = new ArrayList<>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            StringBuilder sentence = new StringBuilder("S");
            for (int j = random.nextInt(40); j > 0; j--) {
                sentence.append("ab ,; é字\u00a0".charAt(random.nextInt(9)));
            }
            sentences.add(sentence.append('.').toString());
        }
        return sentences;
    }

    private static String bare(List<String> texts) {
        return String.join("", texts).replaceAll("[\\s\u00a0]", "");
    }

    @Test
    void noChunkIsLongerThanSummarisersAreTrainedOn() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            sentences.add("The port is open.");
        }
        assertThat(chunks(1 << 20).of(sentences))
                .hasSizeGreaterThan(6)
                .allMatch(chunk -> chunk.source().length <= 1024);
    }

    @Test
    void aCharacterThatDoesNotFitIsRefusedAndNotCut() {
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(() -> texts(10, "e" + "\u0301".repeat(20)))
                .returns(ErrorCode.TOO_LARGE, DragomanException::code);
    }

    private static List<String> texts(int longest, String... sentences) {
        return chunks(longest).of(List.of(sentences)).stream().map(Chunk::text).toList();
    }

    private static Chunks chunks(int longest) {
        SpelledSummarizer model = new SpelledSummarizer(longest, text -> text);
        return new Chunks(model.model(), new ClauseSplitter(), LanguageTag.ENGLISH);
    }
}
