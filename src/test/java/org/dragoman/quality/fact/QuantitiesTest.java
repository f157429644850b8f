package org.dragoman.quality.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | 55,000 people           | 55000
                    pt | 55.000 pessoas          | 55000
                    fr | 55 000 personnes        | 55000
                    pt | 55 mil pessoas          | 55000
                    ar | ٥٥٬٠٠٠ شخص              | 55000
                    ja | ５５，０００人             | 55000
                    zh | 5.5 万人                 | 55000
                    hi | २,५०,००० लोग            | 250000
                    en | 2 lakh crore rupees     | 2000000000000
                    en | $8.2bn                  | 8200000000
                    en | 8.2 billion             | 8200000000
                    pt | R$ 8,2 bilhões          | 8200000000
                    pt | 3 mil milhões           | 3000000000
                    de | 1,5 Mrd. Euro           | 1500000000
                    ru | 3,5 млн рублей          | 3500000
                    pl | 55 tys. osób            | 55000
                    ja | 3億5000万円               | 350000000
                    ko | 3만 5천명                  | 35000
                    th | 3 ล้านคน                | 3000000
                    en | two hundred and fifty   | 250
                    pt | cento e vinte e um      | 121
                    de | zweihundertfünfzig      | 250
                    it | duecentocinquanta       | 250
                    fi | kaksisataaviisikymmentä | 250
                    ru | двести тридцать тысяч   | 230000
                    ru | двадцать первого        | 21
                    zh | 二百三十人                  | 230
                    ar | خمسة وعشرون ألف         | 25000
                    tr | yirmi beş bin           | 25000
                    vi | hai trăm năm mươi nghìn | 250000
                    he | עשרים וחמישה אלף        | 25000
                    en | a dozen eggs            | 12
                    en | 20 per cent             | 20
                    tr | yüzde 20                | 20
                    fr | XVIIIe siècle           | 18
                    es | 1.500                   | 1500
                    en | 1.500                   | 1.5
                    """)
    void aNumberIsReadAsItsLanguageWritesIt(String language, String text, BigDecimal value) {
        assertThat(in(text, language)).extracting(Quantity::value).contains(value);
    }

    @Test
    void signsAndWordsTellWhatIsMeasured() {
        String text = "G20: $5m, 20%, the 3rd of 40 in 1998 at 3.30 p.m.";

        assertThat(in(text, "en"))
                .extracting(Quantity::measure)
                .containsExactly(
                        Measure.LABEL,
                        Measure.MONEY,
                        Measure.PERCENT,
                        Measure.ORDINAL,
                        Measure.COUNT,
                        Measure.YEAR,
                        Measure.TIME);
        assertThat(in("US$ 5, 7 euros, £9", "en"))
                .extracting(Quantity::unit)
                .containsExactly("USD", "EUR", "GBP");
    }

    @Test
    void timesAgreeByClocksOfTwelveAndTwentyFourHours() {
        assertThat(only("3pm", "en").agrees(only("15h", "pt"))).isTrue();
        assertThat(only("3.30 p.m.", "en").agrees(only("15h30", "pt"))).isTrue();
        assertThat(only("3:30 p.m.", "en").agrees(only("kl. 15.30", "sv"))).isTrue();
        assertThat(only("3pm", "en").agrees(only("14 Uhr", "de"))).isFalse();
    }

    @Test
    void anUnclearSeparatorKeepsBothReadings() {
        assertThat(only("1.500", "es").agrees(only("1.5", "en"))).isTrue();
        assertThat(only("1.500", "es").agrees(only("1,500", "en"))).isTrue();
        assertThat(only("1.50", "en").agrees(only("150", "en"))).isFalse();
    }

    @Test
    void wordsThatAreRarelyNumbersAreWeakEvidence() {
        assertThat(in("No one knows; I saw half of a second", "en"))
                .extracting(Quantity::evidence)
                .containsOnly(Evidence.WEAK);
        assertThat(in("um homem e uma mulher", "pt"))
                .extracting(Quantity::evidence)
                .containsOnly(Evidence.WEAK);
        assertThat(only("seventeen", "en").evidence()).isEqualTo(Evidence.WORDS);
        assertThat(only("17", "en").evidence()).isEqualTo(Evidence.DIGITS);
    }

    @Test
    void theFirstOfARangeMayHaveTheScaleOfTheLast() {
        Quantity five = in("5-10 million", "en").get(0);

        assertThat(five.readings())
                .containsExactly(BigDecimal.valueOf(5), BigDecimal.valueOf(5_000_000));
        assertThat(in("5, 10 million", "en").get(0).readings()).hasSize(1);
    }

    @Test
    void digitsOfAddressesAndPlaceholdersAndNamedMonthsAreNoQuantities() {
        assertThat(in("See http://a.example/12?b=3, {0} and %1$s", "en")).isEmpty();
        assertThat(in("5月", "zh")).isEmpty();
    }

    @Test
    void aSpanHoldsAllThatWasRead() {
        String text = "They paid R$ 8,2 bilhões ontem";

        assertThat(only(text, "pt").span().in(text)).isEqualTo("R$ 8,2 bilhões");
    }

    @Test
    void aLongRunOfDigitsOrNumberWordsIsReadInBoundedTime() {
        for (String unit :
                List.of("1", "1.", "1,000", "twenty ", "hundert", "一", "١", "I", "€", "a.b")) {
            String text = unit.repeat(50_000 / unit.length());
            for (String language : List.of("en", "de", "zh", "ar")) {
                assertThat(in(text, language).size()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    private static Quantity only(String text, String language) {
        List<Quantity> found = in(text, language);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Quantity> in(String text, String language) {
        return Quantities.in(text, new LanguageTag(language));
    }
}
