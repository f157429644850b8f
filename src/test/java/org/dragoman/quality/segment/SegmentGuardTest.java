package org.dragoman.quality.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.junit.jupiter.api.Test;

class SegmentGuardTest {
    @Test
    void aRightTranslationIsLeftAlone() {
        assertThat(
                        kinds(
                                "On Monday 55,000 people left.",
                                "Na segunda-feira, 55 mil pessoas saíram."))
                .isEmpty();
        assertThat(kinds("It closes at 3pm on 5 May.", "Fecha às 15h de 5 de maio.")).isEmpty();
        assertThat(kinds("See {name} at www.example.org.", "Veja {name} em www.example.org."))
                .isEmpty();
    }

    @Test
    void aChangedNumberIsFoundOnBothSides() {
        String source = "The dam holds 4,200 litres.";
        String target = "A barragem retém 4.300 litros.";

        List<Finding> findings = check(source, target);

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.kind()).isEqualTo(Kind.NUMBER_CHANGED);
        assertThat(finding.severity()).isEqualTo(Severity.SEVERE);
        assertThat(Objects.requireNonNull(finding.source()).in(source)).isEqualTo("4,200");
        assertThat(Objects.requireNonNull(finding.target()).in(target)).isEqualTo("4.300");
    }

    @Test
    void aLostWeekdayAndAChangedMonthAreFound() {
        assertThat(kinds("He resigned on Monday.", "Ele renunciou."))
                .containsExactly(Kind.WEEKDAY_MISSING);
        assertThat(kinds("He resigned on 5 May.", "Ele renunciou em 5 de março."))
                .containsExactly(Kind.MONTH_CHANGED);
    }

    @Test
    void aConvertedUnitIsNoChangedNumber() {
        assertThat(kinds("It is 55 miles away.", "Fica a 89 km de distância.")).isEmpty();
        assertThat(kinds("It is 55 miles away.", "Fica a 65 milhas de distância."))
                .containsExactly(Kind.NUMBER_CHANGED);
    }

    @Test
    void anAddressThatWasAlteredIsLost() {
        assertThat(kinds("Write to desk@example.org.", "Escreva para mesa@example.org."))
                .containsExactly(Kind.LITERAL_LOST);
    }

    @Test
    void aSentenceOfANeighbouringLanguageIsToldByMoreThanAWordTheyShare() {
        SegmentGuard guard =
                SegmentGuard.of(
                        LanguageTag.PORTUGUESE, LanguageTag.ENGLISH, new LanguageDetector());
        String source = "A balsa chegou tarde ontem, e os viajantes esperaram horas na chuva fria.";
        assertThat(
                        guard.check(
                                source,
                                "De veerboot was gisteren weer te laat, en de reizigers wachtten"
                                        + " uren in de koude regen."))
                .extracting(Finding::kind)
                .contains(Kind.WRONG_LANGUAGE);
        assertThat(guard.check(source, "Ferry was late, and travellers waited in cold rain."))
                .extracting(Finding::kind)
                .doesNotContain(Kind.WRONG_LANGUAGE);
    }

    @Test
    void aTargetThatSaysNothingIsEmpty() {
        assertThat(kinds("He resigned on Monday.", " . ")).containsExactly(Kind.EMPTY);
        assertThat(kinds("***", "***")).isEmpty();
    }

    private static List<Kind> kinds(String source, String target) {
        return check(source, target).stream().map(Finding::kind).toList();
    }

    private static List<Finding> check(String source, String target) {
        return SegmentGuard.of(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE).check(source, target);
    }
}
