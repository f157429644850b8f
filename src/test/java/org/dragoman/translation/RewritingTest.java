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
        Rewritten rewritten = new Words(repertoire).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        assertThat(rewritten.restore().apply(answer)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs £5 million.|It costs GBP 5 million.|Custa GBP 5 milhões.|Custa £5 milhões.",
                "5 € a day|5 EUR a day|5 EUR por dia|5 € por dia",
                "a £9-a-day job|a GBP 9-a-day job|um GBP emprego|um GBP emprego",
                "Pay £5.|Pay GBP 5.|Pague 5 libras.|Pague 5 libras.",
                "GBP 5 is £5.|GBP 5 is GBP 5.|GBP 5 é GBP 5.|GBP 5 é GBP 5."
            })
    void signsOfCurrenciesAreNotConfused(
            String source, String given, String answer, String target) {
        Rewritten rewritten = new Currencies(repertoire).rewrite(source);
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
        Rewritten rewritten = new Dashes(repertoire).rewrite(source);
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
        Rewritten rewritten =
                new Capitals(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        boolean shouts = !source.equals(given);
        assertThat(rewritten.restore().apply("não é")).isEqualTo(shouts ? "NÃO É" : "não é");
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
    void whatTheModelAddsIsTakenOff() {
        UnaryOperator<String> restore = new Strays().rewrite("One. Two.").restore();
        assertThat(restore.apply("Quantcast (")).isEqualTo("Quantcast");
        assertThat(restore.apply("Rock (em inglês)")).isEqualTo("Rock");
        assertThat(restore.apply("Ele foi.Ela não.")).isEqualTo("Ele foi. Ela não.");
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
        Rewritten rewritten = new Edges(symbols).rewrite(source);
        assertThat(rewritten.text()).isEqualTo(given);
        assertThat(rewritten.restore().apply(given)).isEqualTo(source);
    }

    private static Repertoire repertoire() {
        try (Lease lease = new SpelledModel(text -> text).lease("spelled-en-pt")) {
            return new Repertoire(lease.model().tokenizer());
        }
    }
}
