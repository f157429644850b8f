package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.language.LanguageTag;
import org.dragoman.language.QuotationMarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationTest {
    private static final QuotationMarks PT = QuotationMarks.of(LanguageTag.PORTUGUESE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“Stop,” he said.|\"Stop,\" he said.",
                "He said „Halt“ and left.|He said \"Halt\" and left.",
                "Il dit «\u00A0non\u00A0» et part.|Il dit \"non\" et part.",
                "Er sagte »nein« und ging.|Er sagte \"nein\" und ging.",
                "Han sa ”nej” och gick.|Han sa \"nej\" och gick.",
                "彼は「いいえ」と|彼は\"いいえ\"と",
                "‘Stop,’ he said.|\"Stop,\" he said.",
                "the ‘bad bank’ and its workers’ rights|the \"bad bank\" and its workers’ rights",
                "the ‘players’ lounge’|the \"players’ lounge\"",
                "‘I don’t know,’ he said.|\"I don’t know,\" he said.",
                "the players’ lounge in the ‘90s|the players’ lounge in the ‘90s",
                "It’s O’Neill’s.|It’s O’Neill’s.",
                "A 5'10\" man said “no”.|A 5'10\" man said \"no\"."
            })
    void typographicMarksBecomeStraightAndApostrophesStay(String source, String straight) {
        assertThat(new Quotation(PT, 0).rewrite(source).text()).isEqualTo(straight);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“a,” b|0|\"A\", b|“A”, b",
                "“a ‘b’ c”|0|\"a \"b\" c\"|“a ‘b’ c”",
                "“‘a’ b”|0|\"\"a\" b\"|“‘a’ b”",
                "“a. |0|\"a.|“a.",
                "b.”|1|b\".|b”.",
                "‘b’ c.”|1|\"b\" c\".|‘b’ c”.",
                "x (“a”) y|0|x (\"a\") y|x (“a”) y",
                "x “a”—b|0|x \"a\" - b|x “a” - b",
                "5'10\" “a”|0|5'10\" \"a\"|5'10\" “a”",
                "\"a\" b|0|\"A\" b|\"A\" b"
            })
    void marksComeBackInTheFormOfTheTarget(String source, int open, String answer, String target) {
        assertThat(restored(source, open, answer)).isEqualTo(target);
    }

    @Test
    void aMarkTheModelLostIsSetAgainOnlyAtTheEndsOfAQuotedSentence() {
        assertThat(restored("“All is well.”", 0, "Tudo bem.")).isEqualTo("“Tudo bem.”");
        assertThat(restored("“All is well.”", 0, "\"Tudo bem.")).isEqualTo("“Tudo bem.”");
        assertThat(restored("“All is well.", 0, "Tudo bem.")).isEqualTo("“Tudo bem.");
        assertThat(restored("All is well.”", 1, "Tudo bem.")).isEqualTo("Tudo bem.”");
        assertThat(restored("“Stop,” he said.", 0, "Pare, disse.")).isEqualTo("Pare, disse.");
    }

    @Test
    void aQuotationStaysOpenAcrossSentences() {
        assertThat(SourceMarks.depth("“It goes on.", 0)).isEqualTo(1);
        assertThat(SourceMarks.depth("And on.", 1)).isEqualTo(1);
        assertThat(SourceMarks.depth("It ends.”", 1)).isZero();
        assertThat(SourceMarks.depth("It ends.”", 0)).isZero();
    }

    private static String restored(String source, int open, String answer) {
        return new Quotation(PT, open).rewrite(source).restore().apply(answer);
    }
}
