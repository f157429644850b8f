package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.support.Support;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

/** What holds for every summary, shown where words are compared because no model is installed. */
class SummarizerTest {
    private static final LanguageTag EN = LanguageTag.ENGLISH;
    private static final LanguageTag PT = LanguageTag.PORTUGUESE;

    private final NoModels none = new NoModels();
    private final Summarizer summarizer =
            new Summarizer(none, none, new SentenceSplitter(), new ClauseSplitter());

    @Test
    void maximaAreKeptAndEverySentenceIsWhereItSays() {
        Random random = new Random(20);
        List<Article> articles =
                List.of(read(Samples.HARBOUR), read(Samples.PONTE), read(Samples.BEES));
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            Article article = articles.get(random.nextInt(articles.size()));
            SummaryRequest request = request(random);
            Summary summary = summarize(article, random.nextBoolean() ? EN : PT, request);
            keepsMaxima(summary, request);
            isTraceable(summary, article);
        }
    }

    private static SummaryRequest request(Random random) {
        List<Form> forms = List.of(Form.values());
        Form form = forms.get(random.nextInt(forms.size()));
        Integer sentences = random.nextBoolean() ? 1 + random.nextInt(8) : null;
        Integer words = random.nextBoolean() ? 1 + random.nextInt(150) : null;
        List<Method> methods = List.of(Method.AUTO, Method.EXTRACTIVE, Method.LEAD);
        return new SummaryRequest(form, sentences, words, methods.get(random.nextInt(3)));
    }

    private static void keepsMaxima(Summary summary, SummaryRequest request) {
        if (summary.bounds() == Summary.Bounds.EXCEEDED) {
            assertThat(summary.sentences()).hasSize(1);
            assertThat(summary.text().split("\\s+")).hasSizeGreaterThan(request.maxima().words());
        } else {
            assertThat(summary.sentences()).hasSizeBetween(1, request.maxima().sentences());
            assertThat(summary.text().split("\\s+"))
                    .hasSizeLessThanOrEqualTo(request.maxima().words());
        }
    }

    private static void isTraceable(Summary summary, Article article) {
        int end = 0;
        for (Summary.Sentence sentence : summary.sentences()) {
            assertThat(sentence.support()).hasSize(1);
            Support support = sentence.support().get(0);
            assertThat(new Span(support.start(), support.end()).in(article.text()))
                    .isEqualTo(sentence.text());
            assertThat(support.score()).isEqualTo(1);
            assertThat(support.start()).isGreaterThanOrEqualTo(end);
            end = support.end();
        }
    }

    @Test
    void sentencesOfChineseAreJoinedWithoutSpaces() {
        Article article = read("港口的罢工在周二结束了。港口的谈判在周三开始了。\n\n工会接受了提议。");
        SummaryRequest request = new SummaryRequest(Form.PARAGRAPH, 2, null, Method.LEAD);
        Summary summary = summarize(article, new LanguageTag("zh"), request);
        assertThat(summary.sentences()).hasSize(2);
        assertThat(summary.text()).isEqualTo("港口的罢工在周二结束了。港口的谈判在周三开始了。");
    }

    @Test
    void nothingAskedGivesAParagraphOfSixtyWordsAtMost() {
        Summary summary = summarize(read(Samples.HARBOUR), EN, SummaryRequest.DEFAULT);
        assertThat(summary.form()).isEqualTo(Form.PARAGRAPH);
        assertThat(summary.method()).isEqualTo(Method.EXTRACTIVE);
        assertThat(summary.text().split(" ")).hasSizeBetween(30, 60);
        assertThat(summary.text()).doesNotContain("\n");
        assertThat(summary.bounds()).isNull();
    }

    @Test
    void bulletsStandOnLinesOfTheirOwn() {
        Summary summary = summarize(read(Samples.HARBOUR), EN, form(Form.BULLETS));
        assertThat(summary.sentences()).hasSize(4);
        assertThat(summary.text().lines())
                .containsExactlyElementsOf(
                        summary.sentences().stream().map(Summary.Sentence::text).toList());
    }

    @Test
    void aHeadlineIsOneSentenceOfTheArticle() {
        Summary summary = summarize(read(Samples.BEES), EN, form(Form.HEADLINE));
        assertThat(summary.sentences()).hasSize(1);
        assertThat(summary.text().split(" ")).hasSizeLessThanOrEqualTo(12);
        assertThat(summary.bounds()).isNull();
    }

    @Test
    void aHeadlineThatFindsNoShortSentenceIsLongerAndSaysSo() {
        Summary summary = summarize(read(Samples.HARBOUR), EN, form(Form.HEADLINE));
        assertThat(summary.sentences()).hasSize(1);
        assertThat(summary.bounds()).isEqualTo(Summary.Bounds.EXCEEDED);
        assertThat(summary.text().split(" ")).hasSizeLessThan(30);
    }

    @Test
    void aStandfirstHasThirtyFiveWordsAtMost() {
        Summary summary = summarize(read(Samples.PONTE), PT, form(Form.STANDFIRST));
        assertThat(summary.text().split(" ")).hasSizeBetween(15, 35);
    }

    @Test
    void theDatelineIsNoPartOfTheSentence() {
        Article article = read(Samples.HARBOUR);
        assertThat(article.dateline()).isNotNull();
        Summary summary = summarize(article, EN, new SummaryRequest(null, 1, null, Method.LEAD));
        assertThat(summary.text()).startsWith("The harbour of Vellmar stayed closed");
    }

    @Test
    void questionsHeadingsAndCutQuotationsAreLeftOut() {
        for (int sentences = 1; sentences < 9; sentences++) {
            Summary summary =
                    summarize(
                            read(Samples.HARBOUR),
                            EN,
                            new SummaryRequest(null, sentences, null, Method.EXTRACTIVE));
            assertThat(summary.text())
                    .doesNotContain("Will the islands", "See also", "The old wall held");
        }
    }

    @Test
    void aSentenceThatLeansOnAnotherBringsItAlong() {
        for (int words = 20; words < 250; words++) {
            SummaryRequest request = new SummaryRequest(null, null, words, Method.EXTRACTIVE);
            String english = summarize(read(Samples.HARBOUR), EN, request).text();
            brings(english, "But they also blamed", "worse than after the storm of 1987");
            brings(english, "He said the city", "The mayor, Jonas Lind,");
            String portuguese = summarize(read(Samples.PONTE), PT, request).text();
            brings(portuguese, "Mas os moradores", "O governo regional disse");
            brings(portuguese, "Ele disse que", "Mas os moradores");
        }
    }

    private static void brings(String summary, String leaning, String before) {
        if (summary.contains(leaning)) {
            assertThat(summary).contains(before);
        }
    }

    @Test
    void whatWasSaidIsNotSaidAgain() {
        String twice =
                Samples.HARBOUR.replace(
                        "\n\nFishermen",
                        "\n\nThe harbour of Vellmar stayed closed for a third day on Thursday after a"
                                + " storm tore away part of the northern breakwater.\n\nFishermen");
        Summary summary = summarize(read(twice), EN, new SummaryRequest(null, null, 150, null));
        assertThat(summary.text()).containsOnlyOnce("stayed closed for a third day");
    }

    @Test
    void aTextWithNothingToChooseFromIsGivenAsItBegins() {
        Summary summary =
                summarize(
                        read(
                                "The bridge over the river opened on Monday after eight months. "
                                        + "Three villages can be reached again by bus and by car."),
                        EN,
                        SummaryRequest.DEFAULT);
        assertThat(summary.method()).isEqualTo(Method.LEAD);
        assertThat(summary.reason()).isEqualTo(Reason.TOO_SHORT);
        assertThat(summary.model()).isNull();
        assertThat(summary.sentences()).hasSize(2);
    }

    @Test
    void aFragmentIsGivenWhenThereIsNothingElse() {
        Summary summary = summarize(read("Closed for repairs"), EN, SummaryRequest.DEFAULT);
        assertThat(summary.text()).isEqualTo("Closed for repairs");
    }

    @Test
    void aLeadAskedForIsTheBeginning() {
        Summary summary =
                summarize(read(Samples.BEES), EN, new SummaryRequest(null, 2, null, Method.LEAD));
        assertThat(summary.reason()).isEqualTo(Reason.REQUESTED);
        assertThat(summary.text()).startsWith("My grandmother kept her keys");
    }

    @Test
    void theReasonTellsWhyWordsWereCompared() {
        assertThat(summarize(read(Samples.PONTE), PT, SummaryRequest.DEFAULT))
                .returns(Reason.ENCODER_LANGUAGE, Summary::reason)
                .returns(null, Summary::model);
        assertThat(summarize(read(Samples.HARBOUR), EN, SummaryRequest.DEFAULT))
                .returns(Reason.MODEL_MISSING, Summary::reason)
                .returns(null, Summary::model);
    }

    @Test
    void newSentencesNeedAModelThatIsNotInstalled() {
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(
                        () ->
                                summarize(
                                        read(Samples.HARBOUR),
                                        EN,
                                        new SummaryRequest(null, null, null, Method.ABSTRACTIVE)))
                .returns(ErrorCode.MODEL_NOT_INSTALLED, DragomanException::code);
    }

    @Test
    void theSameTextGivesTheSameSummary() {
        SummaryRequest request = new SummaryRequest(Form.PARAGRAPH, null, 120, Method.AUTO);
        Summary first = summarize(read(Samples.BEES), EN, request);
        for (int i = 0; i < 20; i++) {
            assertThat(summarize(read(Samples.BEES), EN, request)).isEqualTo(first);
        }
    }

    private Summary summarize(Article article, LanguageTag language, SummaryRequest request) {
        Deadline deadline = Deadline.after(Duration.ofMinutes(1));
        return summarizer.summarize(article, language, request, deadline).summary();
    }

    private static Article read(String text) {
        return new ArticleReader().read(text);
    }

    private static SummaryRequest form(Form form) {
        return new SummaryRequest(form, null, null, null);
    }
}
