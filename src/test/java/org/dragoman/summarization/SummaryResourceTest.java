package org.dragoman.summarization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Summaries over HTTP, with the default model. */
@QuarkusTest
class SummaryResourceTest {
    @Test
    void newsIsSummarisedByTheModelWithItsPlaceInMind() {
        post(Map.of("text", Samples.HARBOUR))
                .statusCode(200)
                .body("language.code", equalTo("en"))
                .body("language.detected", equalTo(true))
                .body("article.headline.text", startsWith("Storm closes harbour"))
                .body("summary.form", equalTo("paragraph"))
                .body("summary.method", equalTo("extractive"))
                .body("summary.reason", equalTo("news-position"))
                .body("summary.model", equalTo("all-minilm-l6-v2"))
                .body("summary.text", startsWith("The harbour of Vellmar stayed"))
                .body("summary.replaced", empty())
                .body("summary.sentences[0].findings", empty())
                .body("coverage.truncated", equalTo(0))
                .body("coverage.chunks", equalTo(1))
                .body("provenance.service", startsWith("dragoman "))
                .body("provenance.models.name", contains("all-minilm-l6-v2"));
    }

    @Test
    void theAnswerHasTheFieldsOfTheContractAndNoOthers() {
        JsonPath answer = post(Map.of("text", Samples.HARBOUR)).extract().jsonPath();
        assertThat(answer.getMap("summary").keySet())
                .containsExactlyInAnyOrder(
                        "form", "method", "reason", "model", "text", "sentences", "replaced");
        assertThat(answer.getMap("summary.sentences[0]").keySet())
                .containsExactlyInAnyOrder("text", "support", "findings");
        assertThat(answer.getMap("summary.sentences[0].support[0]").keySet())
                .containsExactlyInAnyOrder("start", "end", "score");
        assertThat(answer.getMap("").keySet())
                .containsExactlyInAnyOrder(
                        "language",
                        "article",
                        "dropped",
                        "summary",
                        "coverage",
                        "provenance",
                        "timing");
    }

    @Test
    void aLongTextThatIsNotNewsIsSummarisedByItsMiddle() {
        post(Map.of("text", Samples.BEES, "language", "en"))
                .statusCode(200)
                .body("language.detected", equalTo(false))
                .body("summary.reason", equalTo("long-text-centrality"))
                .body("summary.text", not(startsWith("My grandmother")));
    }

    @Test
    void portugueseIsSummarisedByItsWords() {
        post(Map.of("text", Samples.PONTE))
                .statusCode(200)
                .body("language.code", equalTo("pt"))
                .body("summary.method", equalTo("extractive"))
                .body("summary.reason", equalTo("encoder-language"))
                .body("summary.model", nullValue())
                .body("provenance.models", empty());
    }

    @Test
    void boundsThatCannotBeKeptAreToldAsExceeded() {
        post(Map.of("text", Samples.HARBOUR, "summary", Map.of("form", "headline", "words", 2)))
                .statusCode(200)
                .body("summary.bounds", equalTo("exceeded"))
                .body("summary.sentences", hasSize(1));
    }

    @Test
    void whatComesLaterIsRefusedAndNotIgnored() {
        post(Map.of("html", "<p>Text</p>"))
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.pointer", hasItem("/html"));
        post(Map.of("url", "https://example.org/"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/url"));
        post(Map.of("text", Samples.HARBOUR, "summary", Map.of("method", "abstractive")))
                .statusCode(422)
                .body("code", equalTo("model-not-installed"));
    }

    @Test
    void badFieldsAreNamed() {
        post(new HashMap<>()).statusCode(400).body("errors.pointer", hasItem("/text"));
        post(Map.of("text", Samples.HARBOUR, "summary", Map.of("words", 0)))
                .statusCode(400)
                .body("errors.pointer", contains("/summary/words"));
        post(Map.of("text", Samples.HARBOUR, "summary", Map.of("form", "poem")))
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.pointer", contains("/summary/form"));
        post(Map.of("text", Samples.HARBOUR, "sumary", Map.of()))
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
        post(Map.of("text", "  \n ")).statusCode(422).body("code", equalTo("no-article"));
        post(Map.of("text", "1234 5678 90.")).statusCode(422);
    }

    private static ValidatableResponse post(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/summaries").then();
    }
}
