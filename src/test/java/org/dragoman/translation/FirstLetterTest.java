package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.language.LanguageTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstLetterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "en|pt|Monday came.|segunda-feira veio.|Segunda-feira veio.",
                "en|pt|Monday|segunda-feira|segunda-feira",
                "en|pt|monday came.|segunda-feira veio.|segunda-feira veio.",
                "en|es|“Why?” he asked.|“¿por qué?”, preguntó.|“¿Por qué?”, preguntó.",
                "en|tr|Istanbul is here.|istanbul burada.|İstanbul burada.",
                "en|nl|Ice is cold.|ijs is koud.|IJs is koud.",
                "en|nl|It is cold.|'t is koud.|'t is koud.",
                "en|fr|The state is here.|l'État est ici.|L'État est ici.",
                "zh|en|他走了。|he left.|He left.",
                "zh|en|他走了|he left|he left",
                "ja|en|アップルは発表した。|iPhone was shown.|iPhone was shown.",
                "ko|en|그는 갔다.|example.org is down.|example.org is down.",
                "ar|en|ذهب.|5 men went.|5 men went.",
                "en|ka|He left.|წავიდა.|წავიდა."
            })
    void aSentenceBeginsWithACapitalWhereItsSourceDoes(
            String from, String to, String source, String answer, String written) {
        Pair pair = Pair.of(new LanguageTag(from), new LanguageTag(to));
        assertThat(new FirstLetter(pair).rewrite(source).restore().apply(answer))
                .isEqualTo(written);
    }
}
