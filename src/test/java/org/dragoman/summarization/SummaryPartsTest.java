package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dragoman.article.ArticleReader;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.InvalidField;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.support.Phrases;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.dragoman.web.Refusals;
import org.junit.jupiter.api.Test;

/** The rules a summary is made by, each alone. */
class SummaryPartsTest {
    @Test
    void fragmentsAreToldByTheirShape() {
        Stream.of(
                        "Scroll down for the whole video",
                        "Who will pay for the repairs of the wall?",
                        "Pictured: The mayor and his wife on Monday morning.",
                        "The mayor and his wife on Monday morning .",
                        "He wore a casual . navy blue shirt on a trip.",
                        "and so the ships had to wait outside.",
                        "THE HARBOUR OF VELLMAR STAYED CLOSED AGAIN.",
                        "The ships had to wait outside for...",
                        "The old wall held for ninety years.”",
                        "[The old wall held for ninety years.")
                .forEach(text -> assertThat(Fragments.matches(text, 8)).as(text).isTrue());
        assertThat(Fragments.matches("It is over.", 3)).isTrue();
        assertThat(Fragments.matches("The “old wall” (1926) held for ninety years.", 8)).isFalse();
        assertThat(Fragments.matches("iPhone sales rose for the third year.", 7)).isFalse();
    }

    @Test
    void aSentenceInsideAQuotationIsCut() {
        String text = "'It broke. We saw it,' said Ann. The drivers' strike went on.";
        Quotations quotations = Quotations.in(text, List.of(new Span(0, text.length())));
        assertThat(quotations.cut(new Span(0, 10))).isTrue();
        assertThat(quotations.cut(new Span(11, 32))).isTrue();
        assertThat(quotations.cut(new Span(33, text.length()))).isFalse();
    }

    @Test
    void aQuotationThatStaysOpenLastsToTheEndOfItsParagraph() {
        String text = "“It broke. We saw it.\n\nAnn left.";
        Quotations quotations = Quotations.in(text, List.of(new Span(0, 21), new Span(23, 32)));
        assertThat(quotations.cut(new Span(11, 21))).isTrue();
        assertThat(quotations.cut(new Span(23, 32))).isFalse();
    }

    @Test
    void openingsThatLeanAreKnownInEachLanguage() {
        Openings english =
                new Openings(Phrases.read("/summarization/openings.txt").of(LanguageTag.ENGLISH));
        assertThat(english.lean("“But he also vowed to go on.")).isTrue();
        assertThat(english.lean("In addition, the wall fell.")).isTrue();
        assertThat(english.lean("That was all.")).isTrue();
        assertThat(english.lean("In August the honey is taken.")).isFalse();
        Openings portuguese =
                new Openings(
                        Phrases.read("/summarization/openings.txt").of(new LanguageTag("pt-BR")));
        assertThat(portuguese.lean("No entanto, a ponte reabriu.")).isTrue();
        assertThat(portuguese.lean("Ele disse que sim.")).isTrue();
        assertThat(portuguese.lean("No verão a ponte reabriu.")).isFalse();
    }

    @Test
    void centralityIsTheCosineWithTheMean() {
        double[] cosines = Centrality.ofVectors(new float[][] {{1, 0}, {1, 0}, {0, 1}});
        assertThat(cosines[0]).isCloseTo(2 / Math.sqrt(5), within(1e-6));
        assertThat(cosines[2]).isCloseTo(1 / Math.sqrt(5), within(1e-6));
        double[] words = Centrality.ofTerms(List.of(Set.of("a", "b"), Set.of("a"), Set.of()));
        assertThat(words[1]).isBetween(0.1, 1.0);
        assertThat(words[2]).isZero();
    }

    @Test
    void onlyALongTextWithAnOffTopicBeginningIsNotReadAsNews() {
        List<Double> away = centrality(0.1);
        List<Double> near = centrality(0.9);
        assertThat(Shape.of(false, away)).isEqualTo(Reason.LONG_TEXT_CENTRALITY);
        assertThat(Shape.of(false, near)).isEqualTo(Reason.NEWS_POSITION);
        assertThat(Shape.of(true, away)).isEqualTo(Reason.NEWS_POSITION);
        assertThat(Shape.of(false, away.subList(0, Shape.LONG - 1)))
                .isEqualTo(Reason.NEWS_POSITION);
    }

    private static List<Double> centrality(double lead) {
        return IntStream.range(0, Shape.LONG).mapToObj(i -> i < 3 ? lead : 0.5).toList();
    }

    @Test
    void theSentenceThatTellsTheHeadlineIsFound() {
        Subject subject =
                new Candidates(new SentenceSplitter())
                        .of(new ArticleReader().read(Samples.HARBOUR), LanguageTag.ENGLISH);
        assertThat(HeadlineTeller.in(subject)).hasValue(0);
        assertThat(HeadlineTeller.in(withHeadline(subject, Set.of("repair", "ferrie"))))
                .hasValue(1);
        assertThat(HeadlineTeller.in(withHeadline(subject, Set.of("cinema")))).isEmpty();
        assertThat(HeadlineTeller.in(withHeadline(subject, Set.of()))).isEmpty();
    }

    private static Subject withHeadline(Subject subject, Set<String> terms) {
        return new Subject(
                subject.article(),
                subject.language(),
                subject.words(),
                subject.sentences(),
                "Headline",
                terms);
    }

    @Test
    void maximaBelowOneAreRefusedByName() {
        Refusals refusals = new Refusals();
        new SummaryRequest(null, 0, -3, null).check("/summary", refusals);
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(refusals::check)
                .satisfies(
                        refused ->
                                assertThat(refused.errors())
                                        .extracting(InvalidField::pointer)
                                        .containsExactly("/summary/sentences", "/summary/words"));
    }
}
