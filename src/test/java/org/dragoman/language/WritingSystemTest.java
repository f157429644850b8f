package org.dragoman.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingSystemTest {
    @ParameterizedTest
    @CsvSource({
        "en,Latn,words sentences cased",
        "sr,Cyrl,words sentences cased",
        "sr-Latn,Latn,words sentences cased",
        "el,Grek,words sentences cased",
        "tr,Latn,words sentences cased",
        "ar,Arab,words sentences leftward",
        "fa,Arab,words sentences leftward",
        "he,Hebr,words sentences leftward",
        "hi,Deva,words sentences",
        "ko,Kore,words sentences",
        "ja,Jpan,''",
        "zh,Hans,''",
        "zh-TW,Hant,''",
        "th,Thai,sentences",
        "km,Khmr,sentences"
    })
    void aLanguageIsWrittenAsItsScriptIs(String language, String script, String flags) {
        WritingSystem system = WritingSystem.of(new LanguageTag(language));
        assertThat(system.script()).isEqualTo(script);
        assertThat(flags(system)).isEqualTo(flags);
    }

    private static String flags(WritingSystem system) {
        return ((system.spacedWords() ? "words " : "")
                        + (system.spacedSentences() ? "sentences " : "")
                        + (system.rightToLeft() ? "leftward " : "")
                        + (system.cased() ? "cased" : ""))
                .strip();
    }

    @Test
    void aLetterTellsWhetherItsWordsStandApart() {
        assertThat("aßж한हא1.".codePoints()).allMatch(WritingSystem::spacesWords);
        assertThat("漢かカไລមမ".codePoints()).noneMatch(WritingSystem::spacesWords);
    }

    @Test
    void aLetterIsOfTheScriptOrNot() {
        assertThat("漢かカ".codePoints()).allMatch(WritingSystem.of(new LanguageTag("ja"))::writes);
        assertThat("漢한".codePoints()).allMatch(WritingSystem.of(new LanguageTag("ko"))::writes);
        assertThat("aжか".codePoints()).noneMatch(WritingSystem.of(new LanguageTag("zh"))::writes);
        assertThat("ж".codePoints()).allMatch(WritingSystem.of(new LanguageTag("ru"))::writes);
    }
}
