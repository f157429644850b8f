package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.SentenceSplitter;
import org.junit.jupiter.api.Test;

/** What becomes of what a model wrote. */
class WrittenTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    @Test
    void pegasusWritesALineBreakAsASign() {
        assertThat(ended("The port is open.<n>Ships wait outside . <n> The crane turns"))
                .containsExactly("The port is open.", "Ships wait outside.", "The crane turns");
    }

    @Test
    void aSpaceBeforeAFullStopOrACommaGoesAndNoOther() {
        assertThat(ended("The port , he said , is open . It cost 3 .5 million !"))
                .containsExactly("The port, he said, is open.", "It cost 3 .5 million !");
        assertThat(sentences("Le port est ouvert !", true, new LanguageTag("fr")))
                .containsExactly("Le port est ouvert !");
    }

    @Test
    void runsOfWhiteSpaceAreOneSpace() {
        assertThat(ended("  The port \u00a0 is\topen.  Ships wait.  "))
                .containsExactly("The port is open.", "Ships wait.");
    }

    @Test
    void aSentenceCutOffByTheLongestTargetIsLeftOut() {
        assertThat(cut("The port is open. Ships wait outside the"))
                .containsExactly("The port is open.");
        assertThat(cut("Ships wait outside the")).isEmpty();
    }

    @Test
    void aWholeSentenceAtTheLongestTargetStays() {
        for (String end : List.of(".", "!", "?", "…", ".”", ".)", ".\"")) {
            assertThat(cut("The port is open. Ships wait" + end)).hasSize(2);
        }
    }

    @Test
    void aModelThatEndsByItselfMayLeaveOutTheFullStop() {
        assertThat(ended("Port of Vellmar opens again")).hasSize(1);
    }

    @Test
    void marksAloneAreNoSentence() {
        assertThat(ended("... ! . --")).isEmpty();
        assertThat(ended("")).isEmpty();
        assertThat(ended(" \n ")).isEmpty();
    }

    private List<String> ended(String text) {
        return sentences(text, true, LanguageTag.ENGLISH);
    }

    private List<String> cut(String text) {
        return sentences(text, false, LanguageTag.ENGLISH);
    }

    private List<String> sentences(String text, boolean ended, LanguageTag language) {
        return new Written(text, ended).sentences(splitter, language);
    }
}
