package org.dragoman.quality.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sentences find those that stand for them. */
class AlignmentTest {
    private static final List<String> SOURCE =
            List.of(
                    "The ferry to Vellmar runs again from Monday.",
                    "It had been in repair since March 12.",
                    "Tickets cost four crowns, the port said, and children travel free of charge.",
                    "Nobody was hurt.");

    private static final List<String> TARGET =
            List.of(
                    "O barco para Vellmar volta a circular na segunda-feira.",
                    "Estava em reparação desde 12 de março.",
                    "Os bilhetes custam quatro coroas, disse o porto, e as crianças não pagam.",
                    "Ninguém ficou ferido.");

    @Test
    void sentencesInOrderStandForEachOther() {
        assertThat(Alignment.of(SOURCE, TARGET))
                .containsExactly(
                        new Bead(0, 1, 0, 1),
                        new Bead(1, 2, 1, 2),
                        new Bead(2, 3, 2, 3),
                        new Bead(3, 4, 3, 4));
    }

    @Test
    void aSentenceThatWasLeftOutStandsAlone() {
        List<String> without = new ArrayList<>(TARGET);
        without.remove(2);
        assertThat(Alignment.of(SOURCE, without)).contains(new Bead(2, 3, 2, 2));
    }

    @Test
    void aSentenceThatWasAddedStandsAlone() {
        List<String> with = new ArrayList<>(TARGET);
        with.add(1, "O presidente da câmara celebrou o regresso com uma festa no porto de Lunden.");
        assertThat(Alignment.of(SOURCE, with)).contains(new Bead(1, 1, 1, 2));
    }

    @Test
    void twoSentencesMayStandForOne() {
        List<String> cut = new ArrayList<>(TARGET);
        cut.set(2, "Os bilhetes custam quatro coroas, disse o porto.");
        cut.add(3, "As crianças não pagam nada na travessia.");
        assertThat(Alignment.of(SOURCE, cut)).contains(new Bead(2, 3, 2, 4));
    }

    @Test
    void beadsHoldEverySentenceOnceAndInOrder() {
        Random random = new Random(7);
        for (int n = 0; n < Integer.getInteger("dragoman.cases", 500); n++) {
            List<String> source = sentences(random);
            List<String> target = sentences(random);
            int i = 0;
            int j = 0;
            for (Bead bead : Alignment.of(source, target)) {
                assertThat(bead.source()).isEqualTo(i);
                assertThat(bead.target()).isEqualTo(j);
                assertThat(bead.leftOut() && bead.added()).isFalse();
                i = bead.sourceEnd();
                j = bead.targetEnd();
            }
            assertThat(i).isEqualTo(source.size());
            assertThat(j).isEqualTo(target.size());
        }
    }

    @Test
    void longTextsOfUnlikeLengthAreAligned() {
        List<String> many = Collections.nCopies(3_000, "One is here.");
        assertThat(Alignment.of(many, many.subList(0, 2_900)))
                .last()
                .satisfies(bead -> assertThat(bead.sourceEnd()).isEqualTo(3_000));
        assertThat(Alignment.of(many, List.of("Um."))).isNotEmpty();
        assertThat(Alignment.of(List.of(), List.of())).isEmpty();
    }

    private static List<String> sentences(Random random) {
        List<String> sentences = new ArrayList<>();
        for (int n = random.nextInt(8); n > 0; n--) {
            sentences.add("Ab 1 c ".repeat(random.nextInt(12)));
        }
        return sentences;
    }
}
