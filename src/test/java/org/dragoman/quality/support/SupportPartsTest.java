package org.dragoman.quality.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.Test;

/** What sentences are compared by. */
class SupportPartsTest {
    @Test
    void wordsAreWhatLiesBetweenSpacesAndInOtherScriptsWhatTheDictionaryHas() {
        Words words = new Words(LanguageTag.ENGLISH);
        assertThat(words.count("A well-known 3.5 % – don’t")).isEqualTo(6);
        assertThat(words.count(" One\u00a0two\n three ")).isEqualTo(3);
        assertThat(words.count("我们今天去学校。")).isBetween(3, 6);
    }

    @Test
    void formsOfAWordAreOneTermAndFunctionWordsAreNone() {
        Words words = new Words(LanguageTag.ENGLISH);
        assertThat(words.terms("The elections were ELECTED; an 18 of 1999"))
                .isEqualTo(Set.of("electi", "electe", "1999"));
    }

    @Test
    void aSentenceTooLongForTheModelIsReadInParts() {
        int[] ids = IntStream.range(0, 11).toArray();
        Tokens tokens = new Tokens(ids, Collections.nCopies(11, null));
        assertThat(SentenceVectors.cut(tokens, 11)).containsExactly(tokens);
        List<int[]> parts = SentenceVectors.cut(tokens, 6).stream().map(Tokens::ids).toList();
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0)).containsExactly(0, 1, 2, 3, 4, 10);
        assertThat(parts.get(2)).containsExactly(0, 9, 10);
    }
}
