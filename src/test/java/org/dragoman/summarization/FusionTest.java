package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.summarization.SpelledSummarizer.first;
import static org.dragoman.summarization.SpelledSummarizer.request;

import java.time.Duration;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

/** What a model is given to read of long articles, and how long it may write. */
class FusionTest {
    private static final String OPENED =
            "The northern harbour of Vellmar opened again on Friday after two days of repairs.";

    @Test
    void theModelReadsEverySentenceOfALongArticle() {
        SpelledSummarizer model = new SpelledSummarizer(300, SpelledSummarizer::first);
        Article article = new ArticleReader().read(Samples.BEES);
        int chunks =
                model.summarizer()
                        .summarize(
                                article,
                                LanguageTag.ENGLISH,
                                request(null, 9, null),
                                Deadline.after(Duration.ofMinutes(1)))
                        .chunks();
        String read = String.join(" ", model.read().subList(0, chunks));
        assertThat(chunks).isGreaterThan(10);
        assertThat(read.replaceAll("\\s", "")).isEqualTo(article.text().replaceAll("\\s", ""));
    }

    @Test
    void chunkSummariesThatAreTooMuchTogetherAreSummarisedAgain() {
        SpelledSummarizer model = new SpelledSummarizer(300, SpelledSummarizer::first);
        Summarizer.Outcome outcome = model.summarize(Samples.BEES, request(null, 2, null));
        int chunks = outcome.chunks();
        String fused = model.read().get(chunks);
        assertThat(fused).startsWith(first(model.read().get(0)));
        assertThat(model.read().subList(chunks, model.read().size()))
                .hasSizeGreaterThan(1)
                .allMatch(text -> text.length() < 300);
        assertThat(outcome.summary().text()).startsWith(first(model.read().get(0)));
        assertThat(outcome.summary().sentences()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void chunkSummariesThatFitTogetherAreTheSummary() {
        SpelledSummarizer model = new SpelledSummarizer(1000, SpelledSummarizer::first);
        Summarizer.Outcome outcome = model.summarize(Samples.BEES, request(null, 50, null));
        assertThat(model.read()).hasSize(outcome.chunks());
        assertThat(outcome.summary().sentences()).hasSize(outcome.chunks());
    }

    @Test
    void aModelThatShortensNothingIsNotAskedForEver() {
        SpelledSummarizer model = new SpelledSummarizer(600, text -> text).writing(0, 1000);
        Summary summary = model.summarize(Samples.BEES, request(null, 3, null)).summary();
        assertThat(summary.sentences()).hasSize(3);
        assertThat(summary.text()).startsWith("My grandmother kept her keys");
    }

    @Test
    void lengthsFollowWhatIsAsked() {
        SpelledSummarizer model = new SpelledSummarizer(1000, text -> OPENED).writing(200, 300);
        String text = OPENED + " The ships waited outside for two days.";
        model.summarize(text, request(null, null, 10));
        model.summarize(text, request(null, null, 100));
        model.summarize(text, request(null, 1, null));
        model.summarize(text, request(null, 30, null));
        assertThat(model.searched())
                .extracting(l -> l.mostNew().orElseThrow())
                .satisfies(
                        most -> {
                            assertThat(most.get(0)).isBetween(250, 299);
                            assertThat(most.get(1)).isBetween(750, 850);
                            assertThat(most.get(2)).isBetween(300, 360);
                            assertThat(most.get(3)).isEqualTo(1000);
                        });
        assertThat(model.searched())
                .extracting(l -> l.least())
                .satisfies(
                        least -> {
                            assertThat(least.get(0)).isBetween(25, 31);
                            assertThat(least.get(1)).isEqualTo(200);
                            assertThat(least.get(2)).isBetween(50, 62);
                            assertThat(least.get(3)).isEqualTo(200);
                        });
    }
}
