package org.dragoman.quality.claim;

import static org.dragoman.quality.claim.Reports.PORTO;
import static org.dragoman.quality.claim.Reports.judge;
import static org.dragoman.quality.claim.Reports.severe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims in Portuguese, and in languages without word lists. */
class ForeignClaimsTest {
    private static final LanguageTag PORTUGUESE = LanguageTag.PORTUGUESE;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER_ADDED    | A administração ofereceu um aumento de 3,9 por cento.",
                "WEEKDAY_ADDED   | A greve começou na sexta-feira.",
                "NAME_ADDED      | A greve foi convocada por Tomás Ribalta.",
                "AGENT_CHANGED   | Marta Quelhas acusou Edmundo Farto de prejudicar a cidade.",
                "NEGATION_CHANGED| A ministra Ana Belo recebeu o sindicato.",
                "OPPOSITE        | As exportações subiram um quarto em março."
            })
    void whatAPortugueseArticleDoesNotSayIsFound(Kind kind, String claim) {
        Judgement judgement = judge(PORTO, claim, PORTUGUESE);
        assertTrue(severe(judgement).contains(kind), () -> "found " + judgement.findings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A greve no porto de Arvém começou na terça-feira.",
                "Quelhas foi acusada por Farto de prejudicar a cidade.",
                "Mais de 3 mil pessoas ouviram a dirigente sindical.",
                "As exportações caíram 25% em março.",
                "A ministra ainda não recebeu o sindicato."
            })
    void whatItSaysInOtherWordsIsNotRejected(String claim) {
        assertEquals(Set.of(), severe(judge(PORTO, claim, PORTUGUESE)), claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Der Hafen von Arvensund blieb am Dienstag mit 320 Arbeitern geschlossen."
                        + " | Der Hafen blieb mit 480 Arbeitern geschlossen.",
                "fr | Le port d'Arvenne est resté fermé mardi, a dit Mireille Quesnot. Elle a parlé à"
                        + " 320 ouvriers. | Le port d'Arvenne est resté fermé, a dit Bastien Rolland.",
                "ru | Порт Арвен закрыт, заявила Марта Квилл. На улицы вышли 320 рабочих."
                        + " | На улицы вышли 480 рабочих.",
                "zh | 港口星期二关闭，三百二十名工人罢工。 | 四百八十名工人罢工。",
                "ar | أغلق الميناء يوم الثلاثاء وأضرب 320 عاملا. | أضرب 480 عاملا."
            })
    void languagesWithoutListsHaveTheirNumbersAndNamesChecked(
            String language, String article, String claim) {
        LanguageTag tag = new LanguageTag(language);
        assertEquals(Verdict.UNSUPPORTED, judge(article, claim, tag).verdict());
        assertEquals(Set.of(), severe(judge(article, article, tag)));
    }

    @Test
    void germanNounsAreNoNames() {
        String article = "Die Fähre lag am Dienstag im Hafen. Der Kapitän wartete auf Treibstoff.";
        assertEquals(
                Set.of(),
                severe(
                        judge(
                                article,
                                "Das Schiff wartete im Hafen auf Kraftstoff.",
                                new LanguageTag("de"))));
    }
}
