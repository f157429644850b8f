package org.dragoman.quality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guard on its own over HTTP. */
@QuarkusTest
class CheckResourceTest {
    private static final String ARTICLE =
            """
            The ferry to the northern islands runs again from Monday, the harbour of Vellmar said \
            on Friday. Repairs of its engine took 12 days and cost 400,000 crowns. “Nobody is \
            happier than our crew,” captain Ana Moreira told reporters. The islands have 1,900 \
            inhabitants, and most of them had to wait for their mail.""";

    private static final String VERSION =
            """
            A balsa para as ilhas do norte volta a circular na segunda-feira, disse o porto de \
            Vellmar na sexta-feira. A reparação do motor levou 12 dias e custou 400.000 coroas. \
            “Ninguém está mais feliz do que a nossa tripulação”, disse a capitã Ana Moreira aos \
            jornalistas. As ilhas têm 1.900 habitantes, e a maioria teve de esperar pelo correio.""";

    @Test
    void aSummaryThatSaysWhatItsSourceSaysIsSupportedByItsSentences() {
        JsonPath answer =
                check("summary", "Repairs of the ferry's engine took 12 days.")
                        .statusCode(200)
                        .body("sentences", hasSize(1))
                        .body("sentences[0].findings", hasSize(0))
                        .extract()
                        .jsonPath();
        assertThat(answer.getString("sentences[0].verdict")).isNotEqualTo("unsupported");
        int start = answer.getInt("sentences[0].support[0].start");
        assertThat(ARTICLE.substring(start)).startsWith("Repairs of its engine");
        assertThat(answer.getDouble("risk")).isBetween(0.0, 0.6);
    }

    @Test
    void aNumberThatTheSourceDoesNotHaveIsFoundAtItsPlace() {
        String summary = "The ferry runs again from Monday. Repairs took 21 days.";
        JsonPath answer =
                check("summary", summary)
                        .statusCode(200)
                        .body("sentences[1].verdict", equalTo("unsupported"))
                        .extract()
                        .jsonPath();
        List<Map<String, Object>> findings = answer.getList("sentences[1].findings");
        assertThat(findings).isNotEmpty();
        int start = answer.getInt("sentences[1].findings[0].target.start");
        int end = answer.getInt("sentences[1].findings[0].target.end");
        assertThat(summary.substring(start, end)).contains("21");
        assertThat(answer.getDouble("risk")).isGreaterThan(0.5);
    }

    @Test
    void aTranslationIsHeldAgainstTheSentencesItStandsFor() {
        JsonPath answer = check("translation", VERSION).statusCode(200).extract().jsonPath();
        assertThat(answer.getList("sentences")).hasSize(4);
        assertThat(answer.getList("sentences.verdict")).containsOnly("supported");
        int start = answer.getInt("sentences[1].support[0].start");
        assertThat(ARTICLE.substring(start)).startsWith("Repairs of its engine");
    }

    @Test
    void faultsOfATranslationAreFoundInTheirSentences() {
        String wrong =
                VERSION.replace("400.000", "40.000")
                        .replace(" na sexta-feira", "")
                        .replaceAll("[“”]", "");
        JsonPath answer = check("translation", wrong).statusCode(200).extract().jsonPath();
        for (int sentence = 0; sentence < 3; sentence++) {
            assertThat(answer.getList("sentences[" + sentence + "].findings")).isNotEmpty();
        }
        assertThat(answer.getList("sentences[3].findings")).isEmpty();
        assertThat(answer.getString("sentences[1].verdict")).isEqualTo("unsupported");
    }

    @Test
    void aSentenceThatNothingStandsForIsTold() {
        int from = VERSION.indexOf("A reparação");
        String without = VERSION.substring(0, from) + VERSION.substring(VERSION.indexOf("“"));
        JsonPath answer = check("translation", without).statusCode(200).extract().jsonPath();
        assertThat(answer.getList("sentences[1].findings.kind", String.class))
                .contains("sentence-missing");
        int start = answer.getInt("sentences[1].findings[0].source.start");
        assertThat(ARTICLE.substring(start)).startsWith("Repairs of its engine");
    }

    @Test
    void theAnswerHasTheFieldsOfTheContractAndNoOthers() {
        JsonPath answer = check("summary", "The ferry runs again.").extract().jsonPath();
        assertThat(answer.getMap("").keySet())
                .containsExactlyInAnyOrder("risk", "sentences", "provenance", "timing");
        assertThat(answer.getMap("sentences[0]").keySet())
                .containsExactlyInAnyOrder(
                        "text", "span", "risk", "verdict", "findings", "support");
        assertThat(answer.getList("provenance.models.name")).containsExactly("all-minilm-l6-v2");
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        post(Map.of())
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.pointer", containsInAnyOrder("/source", "/text", "/kind"));
    }

    @Test
    void aSummaryInAnotherLanguageThanItsSourceIsRefused() {
        Map<String, Object> body = body("summary", VERSION);
        body.put("sourceLanguage", "en");
        body.put("textLanguage", "pt");
        post(body).statusCode(400).body("errors.pointer", containsInAnyOrder("/textLanguage"));
    }

    @Test
    void aTextWhoseLanguageCannotBeToldNeedsOneNamed() {
        post(body("translation", "?!"))
                .statusCode(422)
                .body("code", equalTo("language-undetected"));
    }

    @Test
    void aLongTextIsCheckedAndATooLongOneRefused() {
        Map<String, Object> body = body("summary", "The ferry runs again from Monday.");
        body.put("source", (ARTICLE + "\n\n").repeat(100));
        post(body).statusCode(200).body("sentences", hasSize(greaterThan(0)));
        body.put("source", "The ferry. ".repeat(30_000));
        post(body).statusCode(413).body("code", equalTo("too-large"));
    }

    private static ValidatableResponse check(String kind, String text) {
        return post(body(kind, text));
    }

    private static Map<String, Object> body(String kind, String text) {
        return new HashMap<>(Map.of("kind", kind, "source", ARTICLE, "text", text));
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/checks").then();
    }
}
