package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final LanguageTag EN = LanguageTag.ENGLISH;
    private static final LanguageTag PT = LanguageTag.PORTUGUESE;
    private static final LanguageTag TR = new LanguageTag("tr");

    private final SpelledModel model = new SpelledModel(text -> text.toUpperCase(Locale.ROOT));

    @Test
    void whatLiesBetweenSentencesStays() {
        assertThat(text("  One is here.\r\n\r\n\tTwo is here.  Three is here.\n"))
                .isEqualTo("  ONE IS HERE.\r\n\r\n\tTWO IS HERE.  THREE IS HERE.\n");
    }

    @Test
    void aLineBreakInASentenceComesBackNearWhereItWas() {
        String wrapped =
                """
                The harbour was closed to all ships on Monday after the storm had thrown
                the old lighthouse, which was built three hundred years ago, into the
                sea.\
                """;
        assertThat(text(wrapped)).isEqualTo(wrapped.toUpperCase(Locale.ROOT));
        assertThat(model.sent()).containsExactly(wrapped.replace('\n', ' '));
    }

    @Test
    void anEmojiInASentenceIsNotShownToTheModel() {
        assertThat(text("Hello 😀 world, says he.")).isEqualTo("HELLO 😀 WORLD, SAYS HE.");
        assertThat(model.sent()).containsExactly("Hello world, says he.");
    }

    @Test
    void markersAndSymbolsAtTheEndsStay() {
        assertThat(text("- buy milk")).isEqualTo("- BUY MILK");
        assertThat(text("• buy milk 👍🏽")).isEqualTo("• BUY MILK 👍🏽");
        assertThat(text("1. Buy milk")).isEqualTo("1. BUY MILK");
        assertThat(model.sent()).containsExactly("buy milk", "buy milk", "Buy milk");
    }

    @Test
    void whatHasNothingToTranslateIsNotSent() {
        for (String text : List.of("***", "2016", "https://example.org/a-b", "😀😀", "joe@a.org")) {
            assertThat(text(text)).isEqualTo(text);
        }
        assertThat(model.sent()).isEmpty();
    }

    @Test
    void aSentenceThatOccursTwiceIsSentOnce() {
        model.translator()
                .versions(
                        List.of(
                                Part.of(Part.Kind.SUMMARY, "Two is here."),
                                Part.of(Part.Kind.ARTICLE, "One is here. Two is here.")),
                        EN,
                        Wanted.flagged(List.of(PT, new LanguageTag("pt-BR"))),
                        deadline());
        assertThat(model.sent()).containsExactlyInAnyOrder("One is here.", "Two is here.");
    }

    @Test
    void aLongSentenceIsSplitAtItsClausesAndNothingIsCut() {
        String text = "The first clause is here, the second clause is there, and a third one ends.";
        TextVersion.Written version =
                (TextVersion.Written)
                        model.translator(30)
                                .texts(
                                        List.of(new SourceText(text, EN)),
                                        Wanted.flagged(List.of(PT)),
                                        deadline())
                                .versions()
                                .get(0)
                                .get(0);
        assertThat(version.text()).isEqualTo(text.toUpperCase(Locale.ROOT));
        assertThat(model.sent())
                .containsExactly(
                        "The first clause is here,",
                        "the second clause is there,",
                        "and a third one ends.");
        assertThat(version.segments()).hasSize(1);
    }

    @Test
    void aSplitSentenceIsCountedAndAWordThatCannotBeReadIsKept() {
        String blob = "x".repeat(60);
        Version.Written version =
                (Version.Written)
                        model.translator(30)
                                .versions(
                                        List.of(
                                                Part.of(
                                                        Part.Kind.ARTICLE,
                                                        "One is here.\n\n" + blob)),
                                        EN,
                                        Wanted.flagged(List.of(PT)),
                                        deadline())
                                .versions()
                                .get(0);
        assertThat(version.article()).isEqualTo(new Version.Body("ONE IS HERE.\n\n" + blob));
        assertThat(version.segments()).extracting(Segment::kept).containsExactly(false, true);
        assertThat(version.coverage()).isEqualTo(new Coverage(74, 14, 0));
    }

    @Test
    void aSummaryKeepsItsSentences() {
        Part summary =
                new Part(
                        Part.Kind.SUMMARY,
                        "One is here. Two is here.",
                        List.of(new Span(0, 12), new Span(13, 25)));
        Version.Written version =
                (Version.Written)
                        model.translator()
                                .versions(
                                        List.of(summary),
                                        EN,
                                        Wanted.flagged(List.of(PT)),
                                        deadline())
                                .versions()
                                .get(0);
        assertThat(version.summary())
                .isEqualTo(
                        new Version.Summary(
                                "ONE IS HERE. TWO IS HERE.",
                                List.of(
                                        new Version.Sentence("ONE IS HERE.", 0),
                                        new Version.Sentence("TWO IS HERE.", 1))));
        assertThat(version.headline()).isNull();
    }

    @Test
    void statusesSayWhatBecameOfEachPair() {
        List<List<TextVersion>> versions =
                model.translator()
                        .texts(
                                List.of(
                                        new SourceText("One is here.", EN),
                                        new SourceText(" \n", null),
                                        new SourceText("?!", null)),
                                Wanted.flagged(List.of(PT, TR, new LanguageTag("en-GB"))),
                                deadline())
                        .versions();
        assertThat(versions)
                .extracting(of -> of.stream().map(TextVersion::status).toList())
                .containsExactly(
                        List.of(Status.TRANSLATED, Status.NO_MODEL, Status.SAME_LANGUAGE),
                        List.of(Status.EMPTY, Status.EMPTY, Status.EMPTY),
                        List.of(
                                Status.LANGUAGE_UNDETECTED,
                                Status.LANGUAGE_UNDETECTED,
                                Status.LANGUAGE_UNDETECTED));
        assertThat(versions.get(0).get(1)).isEqualTo(new Unwritten(TR, Status.NO_MODEL, null));
        assertThat(((TextVersion.Written) versions.get(1).get(0)).text()).isEqualTo(" \n");
    }

    @Test
    void aCallIsRefusedOnlyWhenNoPairCanBeDone() {
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(() -> texts(new SourceText("One is here.", EN), TR))
                .extracting(DragomanException::code)
                .isEqualTo(ErrorCode.LANGUAGE_UNSUPPORTED);
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(() -> texts(new SourceText("?!", null), PT))
                .extracting(DragomanException::code)
                .isEqualTo(ErrorCode.LANGUAGE_UNDETECTED);
    }

    @Test
    void aQuotationOverSentencesIsOneAndEachParagraphOpensItAgain() {
        assertThat(text("“One is here. He said ‘two’ is.”"))
                .isEqualTo("“ONE IS HERE. HE SAID ‘TWO’ IS.”");
        assertThat(text("“One is here.\n\n“Two is here.”"))
                .isEqualTo("“ONE IS HERE.\n\n“TWO IS HERE.”");
    }

    @Test
    void aRegionalTagIsServedByTheModelOfItsLanguage() {
        TextVersion version = texts(new SourceText("One.", EN), new LanguageTag("pt-BR"));
        assertThat(version.status()).isEqualTo(Status.TRANSLATED);
        assertThat(version.language()).isEqualTo(new LanguageTag("pt-BR"));
    }

    @Test
    void everyLeaseIsGivenBack() {
        text("One is here.");
        assertThat(model.leases()).isZero();
    }

    private String text(String text) {
        return ((TextVersion.Written) texts(new SourceText(text, EN), PT)).text();
    }

    private TextVersion texts(SourceText text, LanguageTag target) {
        return model.translator()
                .texts(List.of(text), Wanted.flagged(List.of(target)), deadline())
                .versions()
                .get(0)
                .get(0);
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
