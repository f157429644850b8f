package org.dragoman.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    /** The codes of Firefox's models, of M2M100 and of NLLB-200 that need thought, and regions. */
    private static final List<String> OFFERED =
            List.of(
                    "en", "en-GB", "pt", "pt-BR", "zh", "zh-Hant", "zh-TW", "zh-Hans", "zh-CN",
                    "no", "nb", "nn", "sr", "sr-Latn", "hr", "bs", "he", "id", "ms", "fa", "fa-AF",
                    "ar", "az", "azb", "tl", "ro", "ko", "yue", "es-419", "qu", "ps", "prs");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    pt-BR    | pt en              | pt
                    pt-BR    | pt pt-BR           | pt-BR pt
                    pt-BR    | pt-PT pt-AO        | pt-AO pt-PT
                    pt       | pt-AO pt-PT pt-BR  | pt-BR pt-AO pt-PT
                    pt-PT    | pt-BR pt           | pt pt-BR
                    en-GB    | en                 | en
                    en-Latn  | en                 | en
                    de-CH-1996 | de de-CH         | de-CH de
                    en-u-ca-gregory | en          | en
                    ca-valencia | ca              | ca
                    zh-TW    | zh zh-Hant         | zh-Hant
                    zh-HK    | zh zh-Hant         | zh-Hant
                    zh-MO    | zh-TW zh           | zh-TW
                    zh-Hant  | zh-HK zh-TW zh-CN  | zh-TW zh-HK
                    zh-Hant-HK | zh-Hant zh-HK zh | zh-HK zh-Hant
                    zh-Hant  | zh                 | -
                    zh       | zh-Hant            | -
                    zh       | zh-Hant zh-Hans    | zh-Hans
                    zh-CN    | zh-Hant zh         | zh
                    zh-SG    | zh-TW zh           | zh
                    zh-Hans  | zh-CN zh           | zh zh-CN
                    cmn-Hant | zh-Hant            | zh-Hant
                    yue      | zh zh-Hant         | -
                    no       | nn nb              | nb nn
                    no       | nn no nb           | no nb nn
                    no       | nn                 | nn
                    no       | nb                 | nb
                    nb       | no                 | no
                    nb       | nn                 | -
                    nn       | nb no              | -
                    nb-NO    | no nb              | nb no
                    sr-Latn  | sr                 | -
                    sr       | sr-Latn            | -
                    sh       | sr-Latn sr hr      | sr-Latn
                    sr-Latn-RS | sr-Latn          | sr-Latn
                    sr-ME    | sr sr-Latn         | sr-Latn
                    sr-RS    | sr-Latn sr         | sr
                    hr       | bs sr sr-Latn      | -
                    bs       | hr                 | -
                    iw       | he                 | he
                    in       | id                 | id
                    ji       | yi                 | yi
                    tl       | fil                | fil
                    mo       | ro                 | ro
                    az-Arab  | az                 | -
                    az       | az-Arab azb        | -
                    az-Arab  | az azb             | azb
                    azb      | az-Arab az         | az-Arab
                    zsm      | ms id              | ms
                    ms       | id                 | -
                    pes      | fa                 | fa
                    prs      | fa fa-AF           | fa-AF fa
                    arb      | ar                 | ar
                    ar-EG    | ar                 | ar
                    arz      | ar                 | -
                    eng      | en                 | en
                    lvs      | lv                 | lv
                    ekk      | et                 | et
                    als      | sq                 | sq
                    quy      | qu                 | qu
                    ps       | pbt                | pbt
                    npi      | ne                 | ne
                    fr       | de es              | -
                    tlh      | en                 | -
                    """)
    void whatIsWantedIsServedByTheNearest(String wanted, String available, String serving) {
        List<LanguageTag> expected = serving == null ? List.of() : tags(serving);

        assertThat(Negotiation.serving(new LanguageTag(wanted), tags(available)))
                .containsExactlyElementsOf(expected);
        assertThat(Negotiation.best(new LanguageTag(wanted), tags(available)))
                .isEqualTo(expected.stream().findFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "pt-BR,pt-BR pt-Latn-BR pt pt-Latn",
        "zh-TW,zh-TW zh-Hant-TW zh-Hant",
        "zh-Hant-HK,zh-Hant-HK zh-HK zh-Hant",
        "zh-CN,zh-CN zh-Hans-CN zh zh-Hans",
        "nb,nb nb-Latn no no-Latn",
        "sr-Latn-RS,sr-Latn-RS sr-Latn",
        "en-US-x-house,en-US-x-house en-US en-Latn-US en en-Latn",
        "azb,azb azb-Arab az-Arab"
    })
    void aTagFallsBackToPlainerOnes(String tag, String fallbacks) {
        assertThat(new LanguageTag(tag).fallbacks()).containsExactlyElementsOf(tags(fallbacks));
    }

    @Test
    void theOrderOfWhatIsOfferedChangesNothing() {
        Random random = new Random(5);
        List<LanguageTag> all = OFFERED.stream().map(LanguageTag::new).toList();
        for (int i = 0; i < CASES; i++) {
            LanguageTag wanted = all.get(random.nextInt(all.size()));
            List<LanguageTag> some = all.stream().filter(tag -> random.nextBoolean()).toList();
            List<LanguageTag> back =
                    Stream.iterate(some.size() - 1, n -> n >= 0, n -> n - 1)
                            .map(some::get)
                            .toList();

            List<LanguageTag> serving = Negotiation.serving(wanted, some);

            assertThat(Negotiation.serving(wanted, back)).isEqualTo(serving);
            assertThat(some).containsAll(serving);
            if (some.contains(wanted)) {
                assertThat(serving).first().isEqualTo(wanted);
            }
            assertThat(serving)
                    .allMatch(tag -> tag.sameLanguage(wanted) || wanted.language().equals("no"));
        }
    }

    private static List<LanguageTag> tags(String values) {
        return Arrays.stream(values.split(" ")).map(LanguageTag::new).toList();
    }
}
