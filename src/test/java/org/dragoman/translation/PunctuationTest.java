package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as functions of source sentence, what a model answers, and the pair. */
class PunctuationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "zh|去年,世界经济论坛预测。 现在,世界银行希望加快.|去年，世界经济论坛预测。现在，世界银行希望加快。",
                "zh|在COVID-19, 他说:好!|在COVID-19，他说：好！",
                "zh|增长3.5%,达到1,000人,时间10:30。|增长3.5%，达到1,000人，时间10:30。",
                "zh|世界卫生组织 (WHO) 宣布|世界卫生组织（WHO）宣布",
                "zh|访问 example.org/a,b?c=1。|访问 example.org/a,b?c=1。",
                "zh|他用iPhone.|他用iPhone。",
                "zh|他在华盛顿D.C.|他在华盛顿D.C.",
                "zh|等等...|等等...",
                "zh|Reuters, AP (UK).|Reuters, AP (UK).",
                "zh|雅虎Yahoo!和谷歌?|雅虎Yahoo!和谷歌？",
                "ja|昨年,世界は変わった.|昨年、世界は変わった。",
                "ja|行った｡ ｢はい｣|行った。「はい」",
                "ja|第1.5節(草案)|第1.5節（草案）",
                "zh-Hant|去年,他說：“好.”|去年，他說：“好。”",
                "ko|그는 말했다, 좋아.|그는 말했다, 좋아."
            })
    void chineseAndJapaneseHaveWideMarksNextToTheirLetters(
            String to, String answer, String written) {
        assertThat(written("en", to, "Said.", answer)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "zh|en|He said，yes。She（too）left？|He said, yes. She (too) left?",
                "zh|en|At １２３ ＮＨＫ|At 123 NHK",
                "zh|en|The title 你好，世界。 stays|The title 你好，世界。 stays",
                "ja|ko|그는 갔다。|그는 갔다.",
                "ar|en|Yes، he said؛ why؟|Yes, he said; why?",
                "ar|fa|بله، چرا؟|بله، چرا؟",
                "hi|en|He went।|He went.",
                "el|en|Where is he;|Where is he?",
                "fr|en|Here; there;|Here; there;"
            })
    void marksOfTheSourcesScriptDoNotComeThrough(
            String from, String to, String answer, String written) {
        assertThat(written(from, to, "x", answer)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ar|قال، نعم, لماذا?|قال، نعم، لماذا؟",
                "ar|عدد 1,000 في BBC, CNN.|عدد 1,000 في BBC, CNN.",
                "ar|هل لديك iPhone?|هل لديك iPhone؟",
                "fa|او گفت; چرا?|او گفت؛ چرا؟",
                "he|הוא אמר, למה?|הוא אמר, למה?",
                "ur|وہ گیا.|وہ گیا۔",
                "el|Πού είναι?|Πού είναι;",
                "hi|वह गया.|वह गया।",
                "hi|कीमत 3.5 है.|कीमत 3.5 है.",
                "hi|उसने कहा \"वह गया.\"|उसने कहा \"वह गया।\"",
                "bn|সে বাড়ি গেল.|সে বাড়ি গেল।",
                "mr|तो घरी गेला.|तो घरी गेला.",
                "gu|તે ઘરે ગયો.|તે ઘરે ગયો.",
                "ta|அவன் வீட்டிற்கு சென்றான்.|அவன் வீட்டிற்கு சென்றான்."
            })
    void scriptsWithMarksOfTheirOwnHaveThem(String to, String answer, String written) {
        assertThat(written("en", to, "Said?", answer)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "fr|Où est-il ? Là : ici ; oui !|Où est-il_? Là*: ici_; oui_!",
                "fr|Où est-il?|Où est-il_?",
                "fr|Il a dit: \"Oui!\"|Il a dit*: \"Oui_!\"",
                "fr|« Oui » et «non».|«*Oui*» et «*non*».",
                "fr|Yahoo! a http://a.org à 10:30.|Yahoo! a http://a.org à 10:30.",
                "fr|à 50 % ici|à 50*% ici",
                "fr|à 50% ici|à 50% ici",
                "fr-CA|Où est-il ? Là : ici ;|Où est-il? Là*: ici;",
                "fr-CH|Où est-il ? « Là » : ici|Où est-il_? «_Là_»_: ici",
                "de|Er ist 50 % da !|Er ist 50*% da !",
                "tr|%50 oldu|%50 oldu"
            })
    void spacesOfFrenchAndPerCentDoNotBreak(String to, String answer, String written) {
        String shown = written("en", to, "x", answer).replace('\u00A0', '*').replace('\u202F', '_');
        assertThat(shown).isEqualTo(written);
        assertThat(written("en", to, "x", written("en", to, "x", answer)))
                .isEqualTo(written("en", to, "x", answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Where is he?|Dónde está?|¿Dónde está?",
                "Where is he?|¿Dónde está?|¿Dónde está?",
                "“Where is he?”|“Dónde está?”|“¿Dónde está?”",
                "He asked “where?”|Preguntó “dónde?”|Preguntó “¿dónde?”",
                "He said: where?|Dijo: dónde?|Dijo: dónde?",
                "Come here!|Ven aquí!|¡Ven aquí!",
                "He is there.|Está allí?|Está allí?",
                "Is $3.5 enough?|Bastan 3.5 dólares?|¿Bastan 3.5 dólares?"
            })
    void aSpanishQuestionIsOpened(String source, String answer, String written) {
        assertThat(written("en", "es", source, answer)).isEqualTo(written);
    }

    @Test
    void englishIntoPortugueseIsLeftAsItIs() {
        String answer = "Ele disse: \"sim, 50 % (ou 3.5)\"; por quê? Não! 1 000…";
        assertThat(written("en", "pt", "Said?", answer)).isEqualTo(answer);
    }

    @Test
    void fullWidthFiguresAndLettersAreReadAsPlainOnes() {
        assertThat(new Widths().rewrite("ＮＨＫは１２３億円，").text()).isEqualTo("NHKは123億円，");
    }

    private static String written(String from, String to, String source, String answer) {
        Pair pair = Pair.of(new LanguageTag(from), new LanguageTag(to));
        return new Punctuation(pair).rewrite(source).restore().apply(answer);
    }
}
