package org.dragoman.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "en,en",
        "EN,en",
        "pt-br,pt-BR",
        "pt-PT,pt-PT",
        "zh-TW,zh-TW",
        "zh-hant-tw,zh-Hant-TW",
        "iw,he",
        "in,id",
        "cmn,zh",
        "sr-latn,sr-Latn",
        "es-419,es-419",
        "eng,en",
        "por-BR,pt-BR"
    })
    void aTagIsWrittenInOneWay(String given, String canonical) {
        assertThat(new LanguageTag(given).value()).isEqualTo(canonical);
        assertThat(new LanguageTag(canonical).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "e", "en_US", "english language", "x-private", "und", "en-", "é"})
    void whatIsNoLanguageTagIsRefused(String given) {
        assertThat(LanguageTag.parse(given)).isEmpty();
        assertThatThrownBy(() -> new LanguageTag(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a language tag");
    }

    @ParameterizedTest
    @CsvSource({
        "pt,pt-BR,true",
        "pt-PT,pt-BR,true",
        "en,en-GB,true",
        "zh,zh-CN,true",
        "zh,zh-Hans,true",
        "zh-TW,zh-Hant,true",
        "zh-Hans,zh-Hant,false",
        "zh,zh-TW,false",
        "sr,sr-Latn,false",
        "pt,es,false",
        "he,iw,true"
    })
    void sameLanguageMeansSameLanguageAndScript(String one, String other, boolean same) {
        assertThat(new LanguageTag(one).sameLanguage(new LanguageTag(other))).isEqualTo(same);
        assertThat(new LanguageTag(other).sameLanguage(new LanguageTag(one))).isEqualTo(same);
    }

    @Test
    void theLanguageIsTheTagsFirstPart() {
        assertThat(new LanguageTag("pt-BR").language()).isEqualTo("pt");
        assertThat(new LanguageTag("zh-Hant-TW").language()).isEqualTo("zh");
    }

    @Test
    void theScriptIsTheLikelyOneWhenTheTagHasNone() {
        assertThat(new LanguageTag("ru").script()).isEqualTo("Cyrl");
        assertThat(new LanguageTag("zh-TW").script()).isEqualTo("Hant");
        assertThat(new LanguageTag("sr-Latn").script()).isEqualTo("Latn");
    }

    @Test
    void namesAreInTheReadersLanguage() {
        assertThat(LanguageTag.PORTUGUESE.name(Locale.ENGLISH)).isEqualTo("Portuguese");
        assertThat(LanguageTag.PORTUGUESE.name(Locale.forLanguageTag("pt"))).isEqualTo("português");
        assertThat(new LanguageTag("pt-BR").name(Locale.ENGLISH)).isEqualTo("Brazilian Portuguese");
        assertThat(LanguageTag.ENGLISH.name(Locale.GERMAN)).isEqualTo("Englisch");
    }

    @ParameterizedTest
    @CsvSource({"en,“,”,‘,’", "pt,“,”,‘,’", "pt-PT,«,»,“,”", "de,„,“,‚,‘", "ja,「,」,『,』"})
    void quotationMarksAreThoseOfCldr(String tag, String a, String b, String c, String d) {
        assertThat(QuotationMarks.of(new LanguageTag(tag)))
                .isEqualTo(new QuotationMarks(a, b, c, d));
    }
}
