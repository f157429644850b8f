package org.dragoman.summarization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** New sentences over HTTP, written by a real model. */
@QuarkusTest
@TestProfile(TinySummarizer.class)
class AbstractiveResourceTest {
    private static final List<JsonNode> ARTICLES = TinySummarizer.articles();

    @Test
    void theSummaryIsWhatTransformersWritesWithTheSameModel() throws IOException {
        for (JsonNode article : ARTICLES) {
            JsonNode answer = summary(article.get("text").asText(), Map.of("sentences", 9));
            JsonNode summary = answer.get("summary");
            assertThat(summary.get("text").asText()).isEqualTo(article.get("written").asText());
            assertThat(summary.get("method").asText()).isEqualTo("abstractive");
            assertThat(summary.get("reason").asText()).isEqualTo("requested");
            assertThat(summary.get("model").asText()).isEqualTo("tiny-summarizer");
            assertThat(answer.at("/coverage/chunks").asInt()).isEqualTo(1);
            assertThat(answer.at("/coverage/truncated").asInt()).isZero();
            assertThat(answer.at("/provenance/models").findValuesAsText("name"))
                    .containsExactly("tiny-summarizer", "all-minilm-l6-v2");
        }
    }

    @Test
    void theBestSupportIsTheSentenceThatWasShortened() throws IOException {
        int sentences = 0;
        int right = 0;
        for (JsonNode article : ARTICLES) {
            JsonNode answer = summary(article.get("text").asText(), Map.of("sentences", 9));
            String text = answer.at("/article/text").asText();
            for (JsonNode sentence : answer.at("/summary/sentences")) {
                JsonNode best = sentence.at("/support/0");
                Set<String> said =
                        words(text.substring(best.get("start").asInt(), best.get("end").asInt()));
                sentences++;
                right += said.containsAll(words(sentence.get("text").asText())) ? 1 : 0;
                assertThat(best.get("score").asDouble()).isBetween(0.45, 1.0);
            }
        }
        assertThat(sentences).isGreaterThan(30);
        assertThat(right).isGreaterThanOrEqualTo(sentences - 3);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"))
                .collect(Collectors.toSet());
    }

    @Test
    void aLongArticleIsReadInChunksThatAreFused() throws IOException {
        String all =
                ARTICLES.stream()
                        .map(article -> article.get("text").asText())
                        .collect(Collectors.joining("\n\n"));
        JsonNode fused = summary(all, Map.of("sentences", 3));
        assertThat(fused.at("/coverage/chunks").asInt()).isBetween(8, 30);
        assertThat(fused.at("/coverage/truncated").asInt()).isZero();
        assertThat(fused.at("/summary/method").asText()).isEqualTo("abstractive");
        assertThat(fused.at("/summary/sentences")).hasSizeBetween(1, 3);

        JsonNode whole = summary(all, Map.of("sentences", 100));
        assertThat(whole.at("/summary/sentences").size())
                .isGreaterThanOrEqualTo(fused.at("/coverage/chunks").asInt());
    }

    @Test
    void boundsAndFormsHoldForNewSentencesToo() throws IOException {
        String text = ARTICLES.get(1).get("text").asText();
        JsonNode headline = summary(text, Map.of("form", "headline")).get("summary");
        assertThat(headline.get("text").asText())
                .isEqualTo("The nurses of Lindau ended their strike on Sunday.");
        assertThat(headline.has("bounds")).isFalse();
        JsonNode bullets = summary(text, Map.of("form", "bullets")).get("summary");
        assertThat(bullets.get("text").asText().lines()).hasSize(2);
        JsonNode brief = summary(text, Map.of("words", 3)).get("summary");
        assertThat(brief.get("sentences")).hasSize(1);
        assertThat(brief.get("bounds").asText()).isEqualTo("exceeded");
    }

    @Test
    void whatTheModelMakesOfTextItNeverLearnedStandsNowhereWhereTheArticleDoesNotSayIt()
            throws IOException {
        int refused = 0;
        for (String text : List.of(Samples.HARBOUR, Samples.BEES)) {
            JsonNode summary = summary(text, Map.of("sentences", 30)).get("summary");
            assertThat(summary.get("sentences")).isNotEmpty();
            for (JsonNode sentence : summary.get("sentences")) {
                assertThat(sentence.get("findings").findValuesAsText("severity"))
                        .doesNotContain("severe");
            }
            for (JsonNode replaced : summary.get("replaced")) {
                assertThat(replaced.get("findings").findValuesAsText("severity"))
                        .contains("severe");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void anInstalledModelWritesTheSummaryWhereAllOfItPassesAndNobodyAskedForAnother()
            throws IOException {
        Map<String, Object> body =
                Map.of(
                        "text",
                        ARTICLES.get(1).get("text").asText(),
                        "summary",
                        Map.of("sentences", 2));
        JsonNode summary =
                new ObjectMapper().readTree(post("/v1/summaries", body).asString()).get("summary");
        assertThat(summary.get("method").asText()).isEqualTo("abstractive");
        assertThat(summary.get("reason").asText()).isEqualTo("model-installed");
        assertThat(summary.get("replaced")).isEmpty();
    }

    @Test
    void noModelWritesPortuguese() {
        Map<String, Object> body =
                Map.of("text", Samples.PONTE, "summary", Map.of("method", "abstractive"));
        assertThat(post("/v1/summaries", body).statusCode()).isEqualTo(422);
        assertThat(post("/v1/summaries", body).jsonPath().getString("code"))
                .isEqualTo("model-not-installed");
    }

    @Test
    void aDeadlineTooShortForTheModelIsToldAsSuch() {
        Map<String, Object> body =
                Map.of("text", Samples.BEES, "summary", Map.of("method", "abstractive"));
        Response answer =
                given().contentType(ContentType.JSON)
                        .header("Request-Timeout", "1")
                        .body(body)
                        .post("/v1/summaries");
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("deadline-exceeded");
    }

    @Test
    void aDigestTranslatesNewSentences() throws IOException {
        JsonNode article = ARTICLES.get(0);
        Map<String, Object> body =
                Map.of(
                        "text", article.get("text").asText(),
                        "targets", List.of("pt"),
                        "summary", Map.of("method", "abstractive"));
        JsonNode digest = read(post("/v1/digests", body));
        assertThat(digest.at("/summary/text").asText()).isEqualTo(article.get("written").asText());
        assertThat(digest.at("/versions/0/summary/sentences"))
                .hasSameSizeAs(digest.at("/summary/sentences"));
        assertThat(digest.at("/coverage/chunks").asInt()).isEqualTo(1);
    }

    private static JsonNode summary(String text, Map<String, Object> request) throws IOException {
        Map<String, Object> summary = new HashMap<>(request);
        summary.put("method", "abstractive");
        return read(
                post("/v1/summaries", Map.of("text", text, "language", "en", "summary", summary)));
    }

    private static Response post(String path, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    private static JsonNode read(Response answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.asString());
    }
}
