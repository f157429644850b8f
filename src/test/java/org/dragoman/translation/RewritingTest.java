package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewritingTest {
    private static final Pair EN_PT = Pair.of(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE);

    private final Repertoire repertoire = repertoire();
    private final Symbols symbols = new Symbols(repertoire);

    @Test
    void theRepertoireIsWhatTheVocabularySpells() {
        assertThat("aZ0,.\"'-ã".codePoints()).allMatch(repertoire::knows);
        assertThat("“’–£ğ日".codePoints()).noneMatch(repertoire::knows);
    }

    @ParameterizedTest
    @CsvSource({
        "Çavuşoğlu spoke,Çavusoglu spoke,Çavusoglu falou,Çavuşoğlu falou",
        "O’Neill spoke,O'Neill spoke,O'Neill falou,O’Neill falou",
        "the 2015–16 season,the 2015-16 season,a temporada 2015-16,a temporada 2015–16",
        "to joe@a.org now,to joe_a.org now,a joe_a.org já,a joe@a.org já",
        "by @BBC now,by _BBC now,por _BBC já,por @BBC já",
        "the #MeToo case,the MeToo case,o caso MeToo,o caso #MeToo",
        "мир is peace,mir is peace,mir é paz,мир é paz",
        "soft\u00ADly spoken,softly spoken,falado,falado"
    })
    void wordsTheModelCannotSpellComeBackAsTheyWere(
            String source, String given, String answer, String target) {
        Rewritten rewritten = new Words(repertoire, EN_PT.from()).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        assertThat(rewritten.restore().apply(answer)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs £5 million.|It costs GBP 5 million.|Custa GBP 5 milhões.|Custa £5"
                        + " milhões.",
                "5 € a day|5 EUR a day|5 EUR por dia|5 € por dia",
                "a £9-a-day job|a GBP 9-a-day job|um GBP emprego|um GBP emprego",
                "Pay £5.|Pay GBP 5.|Pague 5 libras.|Pague 5 libras.",
                "GBP 5 is £5.|GBP 5 is GBP 5.|GBP 5 é GBP 5.|GBP 5 é GBP 5."
            })
    void signsOfCurrenciesAreNotConfused(
            String source, String given, String answer, String target) {
        Rewritten rewritten = new Currencies(repertoire, EN_PT.target()).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        assertThat(rewritten.restore().apply(answer)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A—a B—is.|A - a B - is.|A - um B - é.|A — um B — é.",
                "A – a B – is.|A - a B - is.|A - um B - é.|A – um B – é.",
                "A - a B – is.|A - a B - is.|A - um B - é.|A - um B – é.",
                "A - a B – is.|A - a B - is.|A - é.|A - é.",
                "A – a B – is.|A - a B - is.|A - é.|A – é.",
                "A - a B.|A - a B.|A - um B.|A - um B."
            })
    void dashesComeBackInOrder(String source, String given, String answer, String target) {
        Rewritten rewritten = new Dashes(repertoire, EN_PT).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        assertThat(rewritten.restore().apply(answer)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "TRADE DEAL SIGNED,Trade deal signed",
        "UN VOTES ON U.S. PLAN,UN votes on U.S. plan",
        "G20 LEADERS MEET,G20 leaders meet",
        "NATO,NATO",
        "A BAD day,A BAD day"
    })
    void headlinesInCapitalsAreReadAsSentences(String source, String given) {
        Rewritten rewritten = new Capitals(EN_PT).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        boolean shouts = !source.equals(given);
        assertThat(rewritten.restore().apply("não é")).isEqualTo(shouts ? "NÃO É" : "não é");
    }

    @ParameterizedTest
    @CsvSource({
        "en,tr,NEW CITY BUILT,istanbul ışığı,İSTANBUL IŞIĞI",
        "en,el,NEW CITY BUILT,Η Αθήνα χτίστηκε,Η ΑΘΗΝΑ ΧΤΙΣΤΗΚΕ",
        "en,de,NEW CITY BUILT,Straße gebaut,STRASSE GEBAUT",
        "en,nl,NEW CITY BUILT,ijs gebouwd,IJS GEBOUWD",
        "en,zh,APPLE SHOWS PHONE,苹果发布 iPhone,苹果发布 iPhone",
        "en,ar,BBC SHOWS FILM,فيلم من BBC One,فيلم من BBC One"
    })
    void capitalsFollowTheTargetsRules(
            String from, String to, String source, String answer, String target) {
        assertThat(new Capitals(pair(from, to)).rewrite(source).restore().apply(answer))
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "tr,ISPARTA VE İZMİR,Isparta ve izmir",
        "el,ΝΕΟΣ ΚΟΣΜΟΣ,Νεος κοσμος",
        "ru,НОВЫЙ ЗАКОН РФ,Новый закон РФ",
        "ja,NHK 発表,NHK 発表"
    })
    void capitalsAreQuietByTheSourcesRules(String from, String source, String given) {
        assertThat(new Capitals(pair(from, "en")).rewrite(source).text()).isEqualTo(given);
    }

    @Test
    void lettersOfTheSourcesOwnScriptAreNotWrittenInAnother() {
        assertThat(new Words(repertoire, pair("zh", "en").from()).rewrite("龘在Łódź，").text())
                .isEqualTo("龘在Lódz,");
        assertThat(new Words(repertoire, pair("ja", "en").from()).rewrite("かｶ漢").text())
                .isEqualTo("かｶ漢");
        assertThat(new Words(repertoire, pair("hi", "en").from()).rewrite("नमस्ते।").text())
                .isEqualTo("नमस्ते.");
        assertThat(new Words(repertoire, pair("he", "en").from()).rewrite("צה״ל").text())
                .isEqualTo("צה\"ל");
        Rewritten name = new Words(repertoire, pair("ja", "en").from()).rewrite("彼はŁukaszと");
        assertThat(name.text()).isEqualTo("彼はLukaszと");
        assertThat(name.restore().apply("彼はLukaszと")).isEqualTo("彼はŁukaszと");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ja|en|・牛乳を買う|~• ~",
                "ja|zh|・牛乳を買う|・",
                "zh|en|一、买牛奶|~1. ~",
                "zh|en|十二、买牛奶|~12. ~",
                "zh|en|（三）买牛奶|~(3) ~",
                "zh|ja|（三）买牛奶|（三）",
                "zh|en|①买牛奶|①",
                "zh|en|3、买牛奶|~3. ~",
                "ru|en|а) молоко|~а) ~"
            })
    void markersOfOtherScriptsAreNotShownToTheModel(
            String from, String to, String source, String marker) {
        Rewritten rewritten = new Edges(symbols, pair(from, to)).rewrite(source);
        assertThat(source).endsWith(rewritten.text()).isNotEqualTo(rewritten.text());
        assertThat(rewritten.restore().apply("x")).isEqualTo(marker + "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Pay £5.|Zahlen GBP 5.|Zahlen 5*£.",
                "de|Pay £5 million.|Zahlen GBP 5 Millionen.|Zahlen £5 Millionen.",
                "de|Pay £5.|Zahlen 5 GBP.|Zahlen 5 £.",
                "nl|Pay £5.|Betaal GBP 5.|Betaal £5."
            })
    void aSignStandsWhereTheTargetHasIt(String to, String source, String answer, String target) {
        Rewritten rewritten = new Currencies(repertoire, new LanguageTag(to)).rewrite(source);
        assertThat(rewritten.restore().apply(answer).replace('\u00A0', '*')).isEqualTo(target);
    }

    @Test
    void aDashIsTwoWideInChinese() {
        Rewritten rewritten = new Dashes(repertoire, pair("en", "zh")).rewrite("A — b.");
        assertThat(rewritten.restore().apply("甲 - 乙。")).isEqualTo("甲——乙。");
        Rewritten back = new Dashes(repertoire, pair("zh", "en")).rewrite("甲——乙");
        assertThat(back.text()).isEqualTo("甲 - 乙");
        assertThat(back.restore().apply("A - b.")).isEqualTo("A — b.");
    }

    @Test
    void insetsComeBackInOrderWithNoneLost() {
        UnaryOperator<String> restore =
                new Insets(symbols, EN_PT).rewrite("one two\nthree four\t😀 five").restore();
        assertThat(restore.apply("um dois três quatro cinco"))
                .isEqualTo("um dois\ntrês quatro\t😀 cinco");
        assertThat(restore.apply("um")).isEqualTo("um\n\t😀 ");
    }

    @Test
    void anInsetLeavesASpaceToThoseBehindIt() {
        UnaryOperator<String> restore =
                new Insets(symbols, EN_PT).rewrite("one long beginning 😀 x\r\ny").restore();
        assertThat(restore.apply("o princípio demorado y"))
                .isEqualTo("o princípio 😀 demorado\r\ny");
        assertThat(restore.apply("o princípiodemoradoprincípio y"))
                .isEqualTo("o 😀 princípiodemoradoprincípio\r\ny");
        assertThat(restore.apply("um y")).isEqualTo("um 😀 \r\ny");
    }

    @Test
    void whatTheModelAddsIsTakenOff() {
        UnaryOperator<String> restore = new Strays().rewrite("One. Two.").restore();
        assertThat(restore.apply("Quantcast (")).isEqualTo("Quantcast");
        assertThat(restore.apply("Rock (em inglês)")).isEqualTo("Rock");
        assertThat(restore.apply("Ele foi.Ela não.")).isEqualTo("Ele foi. Ela não.");
        assertThat(new Strays().rewrite("甲（乙）").restore().apply("A (b)")).isEqualTo("A (b)");
        assertThat(new Strays().rewrite("A (b)").restore().apply("Um (b)")).isEqualTo("Um (b)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "- buy milk|buy milk",
                "(a) buy milk|buy milk",
                "1) buy milk|buy milk",
                "— Sim.|Sim.",
                "— Sim — disse ele.|— Sim — disse ele.",
                "1.5 million came|1.5 million came",
                "→ Next 👍🏽|Next"
            })
    void markersAndSymbolsAreTakenOffTheEnds(String source, String given) {
        Rewritten rewritten = new Edges(symbols, EN_PT).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        assertThat(rewritten.restore().apply(given)).isEqualTo(source);
    }

    private static Pair pair(String from, String to) {
        return Pair.of(new LanguageTag(from), new LanguageTag(to));
    }

    private static Repertoire repertoire() {
        try (Lease lease = new SpelledModel(text -> text).lease("spelled-en-pt")) {
            return new Repertoire(lease.model().tokenizer());
        }
    }
}
