package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationTest {
    private static final Pair EN_PT = Pair.of(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE);

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
        assertThat(quotation(EN_PT, 0).rewrite(source).text()).isEqualTo(straight);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "en|fr|“Oui,” he said.|\"Oui\", dit-il.|«*Oui*», dit-il.",
                "en|fr|“Oui,” he said.|« Oui », dit-il.|«*Oui*», dit-il.",
                "en|fr|“Oui,” he said.|\" Oui \", dit-il.|«*Oui*», dit-il.",
                "en|fr-CH|“Oui,” he said.|\"Oui\", dit-il.|«_Oui_», dit-il.",
                "en|de|“Stop,” he said.|„Halt“, sagte er.|„Halt“, sagte er.",
                "en|de|“Stop,” he said.|»Halt«, sagte er.|„Halt“, sagte er.",
                "en|de|“a ‘b’ c”|\"A \"b\" c\"|„A ‚b‘ c“",
                "en|de|“a ‘b’ c”|„A ‚b‘ c“|„A ‚b‘ c“",
                "en|pl|“Stop,” he said.|\"Stój\", powiedział.|„Stój”, powiedział.",
                "en|sv|“Stop,” he said.|\"Stopp\", sa han.|”Stopp”, sa han.",
                "en|sv|“Stop,” he said.|”Stopp”, sa han.|”Stopp”, sa han.",
                "en|ru|“Stop,” he said.|“Стой”, - сказал он.|«Стой», - сказал он.",
                "en|hu|“Stop,” he said.|\"Állj\", mondta.|„Állj”, mondta.",
                "en|ja|“Stop,” he said.|彼は\"止まれ\"と言った。|彼は「止まれ」と言った。",
                "en|ja|\"Stop,\" he said.|彼は\"止まれ\"と言った。|彼は「止まれ」と言った。",
                "en|ja|“Stop,” he said.|彼は「止まれ」と言った。|彼は「止まれ」と言った。",
                "en|zh|“Stop,” he said.|\"停下\"，他说。|“停下”，他说。",
                "en|zh-Hant|“Stop,” he said.|“停下”，他說。|「停下」，他說。",
                "en|he|“Stop,” said the IDF.|\"עצור\", אמר צה\"ל.|”עצור”, אמר צה\"ל.",
                "en|he|In “Haaretz” today|ב\"הארץ\" היום|ב”הארץ” היום",
                "en|de|\"Stop,\" he said.|\"Halt\", sagte er.|\"Halt\", sagte er.",
                "de|en|„Halt“, sagte er.|\"Stop,\" he said.|“Stop,” he said.",
                "fr|de|«\u00A0Oui\u00A0», dit-il.|\"Ja\", sagte er.|„Ja“, sagte er.",
                "en|de|“All is well.”|Alles ist gut.|„Alles ist gut.“",
                "en|de|“All is well.”|„Alles ist gut.|„Alles ist gut.“"
            })
    void marksComeInTheFormOfAnyTarget(
            String from, String to, String source, String answer, String written) {
        Pair pair = Pair.of(new LanguageTag(from), new LanguageTag(to));
        String restored = quotation(pair, 0).rewrite(source).restore().apply(answer);
        assertThat(restored.replace('\u00A0', '*').replace('\u202F', '_')).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "de|Er sagte: ‚Nein‘, und ging.|Er sagte: \"Nein\", und ging.",
                "pl|Powiedział: „Stój”.|Powiedział: \"Stój\".",
                "fr|L’État d’aujourd’hui|L’État d’aujourd’hui",
                "it|L''altro e l''acqua|L''altro e l''acqua",
                "fr|Il dit « non ».|Il dit \"non\".",
                "fr|Il dit «\u00A0\u00A0».|Il dit \"\".",
                "uz|Oʻzbekiston va O’zbek|Oʻzbekiston va O’zbek",
                "he|אמר צה”ל “לא”.|אמר צה”ל \"לא\".",
                "en|He said ''no'' twice.|He said \"no\" twice.",
                "en|He said ``no'' twice.|He said \"no\" twice.",
                "en|He is 6'2'' tall.|He is 6'2'' tall.",
                "zh|他说：“你好。”|他说：“你好。”",
                "ja|彼は「はい」と言った。|彼は「はい」と言った。"
            })
    void marksOfAnyLanguageAreKnownAndNothingElseIsTakenForThem(
            String from, String source, String given) {
        Pair pair = Pair.of(new LanguageTag(from), new LanguageTag("sq"));
        assertThat(quotation(pair, 0).rewrite(source).text()).isEqualTo(given);
    }

    @Test
    void marksOfAChineseSourceComeInTheTargetsForm() {
        Pair pair = Pair.of(new LanguageTag("zh"), LanguageTag.ENGLISH);
        assertThat(quotation(pair, 0).rewrite("他说：“你好。”").restore().apply("He said: \"Hello.\""))
                .isEqualTo("He said: “Hello.”");
        assertThat(quotation(pair, 0).rewrite("《人民日报》说").restore().apply("\"Daily\" said"))
                .isEqualTo("“Daily” said");
    }

    @Test
    void straightMarksAreCountedForChineseAndJapanese() {
        Pair pair = Pair.of(LanguageTag.ENGLISH, new LanguageTag("ja"));
        assertThat(SourceMarks.depth("\"It goes on.", 0, true)).isEqualTo(1);
        assertThat(SourceMarks.depth("It is 6\" long.", 0, true)).isZero();
        assertThat(quotation(pair, 0).rewrite("\"It goes on.").restore().apply("\"続く。"))
                .isEqualTo("「続く。");
        assertThat(quotation(pair, 1).rewrite("Ends,\" he said.").restore().apply("終わる\"と言った。"))
                .isEqualTo("終わる」と言った。");
    }

    @Test
    void aQuotationStaysOpenAcrossSentences() {
        assertThat(SourceMarks.depth("“It goes on.", 0, false)).isEqualTo(1);
        assertThat(SourceMarks.depth("And on.", 1, false)).isEqualTo(1);
        assertThat(SourceMarks.depth("It ends.”", 1, false)).isZero();
        assertThat(SourceMarks.depth("It ends.”", 0, false)).isZero();
    }

    private static Quotation quotation(Pair pair, int open) {
        SpelledModel model = new SpelledModel(pair.source(), pair.target(), text -> text);
        Repertoire repertoire = new Repertoire(model.lease("").model().tokenizer());
        return new Quotation(pair, repertoire, new Layout.Open(open, open));
    }

    private static String restored(String source, int open, String answer) {
        return quotation(EN_PT, open).rewrite(source).restore().apply(answer);
    }
}
