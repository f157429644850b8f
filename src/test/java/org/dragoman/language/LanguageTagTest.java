package org.dragoman.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final List<String> CATALOGUE =
            Arrays.stream(
                            ("ar az be bg bn bs ca cs da de el en es et fa fi fr gu he hi hr hu id"
                                            + " is it ja ka kn ko lt lv ml ms mt nb nl nn pl pt ro"
                                            + " ru sk sl sq sr sv ta te tr uk vi zh th zh-Hant"
                                            + " sr-Latn no")
                                    .split(" "))
                    .toList();

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
        "por-BR,pt-BR",
        "in,id",
        "ji,yi",
        "tl,fil",
        "mo,ro",
        "sh,sr-Latn",
        "zsm,ms",
        "arb,ar",
        "pes,fa",
        "prs,fa-AF",
        "lvs,lv",
        "azj,az",
        "i-klingon,tlh",
        "zh-min-nan,nan"
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
        "no,nb,true",
        "nb,nn,false",
        "no,nn,false",
        "hr,bs,false",
        "hr,sr-Latn,false",
        "az,az-Arab,false",
        "azb,az-Arab,true",
        "azb,az,false",
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
    @ValueSource(strings = {"en", "tr", "ar", "zh-Hant", "pt-BR", "ja", "sr-Latn", "tlh", "und"})
    void everyLanguageOfTheCatalogueHasANameForEveryReader(String reader) {
        Set<String> names = new HashSet<>();
        for (String code : CATALOGUE) {
            String name = new LanguageTag(code).name(Locale.forLanguageTag(reader));

            assertThat(name).as(code).hasSizeGreaterThan(1).isNotEqualTo(code);
            assertThat(names.add(name)).as(code + " " + name).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de,tr,Almanca",
        "he,ar,العبرية",
        "zh-Hant,zh-Hant,繁體中文",
        "sr-Latn,en,Serbian (Latin)",
        "nb,pt-BR,bokmål norueguês",
        "de,ay,German",
        "de,und,German",
        "no,nb,norsk",
        "azb,en,Azerbaijani (Arabic)",
        "qaa,en,qaa"
    })
    void aReaderWithoutNamesOfItsOwnReadsEnglishOnes(String code, String reader, String name) {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.FRENCH);
        try {
            assertThat(new LanguageTag(code).name(Locale.forLanguageTag(reader))).isEqualTo(name);
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void anyWellFormedTagIsTakenAndWrittenInOneWay() {
        Random random = new Random(9);
        List<String> scripts = List.of("", "-Latn", "-Arab", "-Hant", "-Zxxx");
        List<String> regions = List.of("", "-BR", "-TW", "-419", "-AQ");
        List<String> ends = List.of("", "-1996", "-u-nu-latn", "-x-house", "-t-en-m0-true");
        for (int i = 0; i < CASES; i++) {
            String tag =
                    letters(random, 2 + random.nextInt(2))
                            + scripts.get(random.nextInt(scripts.size()))
                            + regions.get(random.nextInt(regions.size()))
                            + ends.get(random.nextInt(ends.size()));

            String value =
                    LanguageTag.parse(tag).orElseThrow(() -> new AssertionError(tag)).value();

            assertThat(new LanguageTag(value).value()).as(tag).isEqualTo(value);
            assertThat(new LanguageTag(value).fallbacks()).as(tag).startsWith(new LanguageTag(tag));
        }
    }

    private static String letters(Random random, int count) {
        String letters =
                random.ints(count, 'a', 'z' + 1)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return letters.equals("und") ? "en" : letters;
    }

    @ParameterizedTest
    @CsvSource({"en,“,”,‘,’", "pt,“,”,‘,’", "pt-PT,«,»,“,”", "de,„,“,‚,‘", "ja,「,」,『,』"})
    void quotationMarksAreThoseOfCldr(String tag, String a, String b, String c, String d) {
        assertThat(QuotationMarks.of(new LanguageTag(tag)))
                .isEqualTo(new QuotationMarks(a, b, c, d));
    }
}
