package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error a caller can cause, over the wire. */
@QuarkusTest
class ProblemsTest {
    private static final String CANARY = "zyzzyvaquux";

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:dragoman:problem:" + code))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("title", not(equalTo("")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body(not(containsString(CANARY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/digests", "/v1/summaries", "/v1/translations", "/v1/detections"})
    void aBodyThatIsNotJsonIsMalformed(String path) {
        problem(post(path, "{\"text\": \"" + CANARY), 400, "malformed-json");
        problem(post(path, ""), 400, "malformed-json");
        problem(post(path, "[] " + CANARY), 400, "malformed-json");
        problem(post(path, "[".repeat(5000)), 400, "malformed-json");
    }

    @Test
    void anUnknownFieldIsNamedWhenItsNameIsPlain() {
        ValidatableResponse answer = post("/v1/digests", "{\"text\": \"a\", \"colour\": 1}");
        problem(answer, 400, "unknown-field");
        answer.body("errors", hasSize(1)).body("errors[0].pointer", equalTo("/colour"));
    }

    @Test
    void anUnknownFieldIsNotEchoedWhenItsNameIsNot() {
        String name = CANARY + " <script>";
        problem(post("/v1/digests", "{\"" + name + "\": 1}"), 400, "unknown-field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/text      | {\"text\": 5}",
                "/text      | {\"targets\": []}",
                "/targets/0 | {\"text\": \"a\", \"targets\": [\"zyzzyvaquux!\"]}",
                "/targets/1 | {\"text\": \"a\", \"targets\": [\"iw\", \"he\"]}",
                "/summary/words | {\"text\": \"a\", \"summary\": {\"words\": 0}}",
                "/summary/words | {\"text\": \"a\", \"summary\": {\"words\": \"9\"}}",
                "/summary/form | {\"text\": \"a\", \"summary\": {\"form\": \"zyzzyvaquux\"}}",
                "/parts     | {\"text\": \"a\", \"parts\": []}",
                "/parts/0   | {\"text\": \"a\", \"parts\": [null]}",
                "/targets/1 | {\"text\": \"a\", \"targets\": [\"pt\", null]}",
                "/html      | {\"html\": \"a\"}",
                "/url       | {\"url\": \"a\"}",
                "/glossary  | {\"text\": \"a\", \"glossary\": [{\"source\": \"a\"}]}",
                "/keep      | {\"text\": \"a\", \"keep\": [\"a\"]}",
                "/onLowQuality | {\"text\": \"a\", \"onLowQuality\": \"zyzzyvaquux\"}",
            })
    void aFieldThatCannotBeUsedIsPointedAt(String pointer, String body) {
        ValidatableResponse answer = post("/v1/digests", body);
        problem(answer, 400, "invalid-field");
        answer.body("errors[0].pointer", equalTo(pointer.strip()));
    }

    @Test
    void whatIsNotServedIsNotFound() {
        problem(given().get("/v1/" + CANARY).then(), 404, "not-found");
        problem(given().get("/" + CANARY).then(), 404, "not-found");
    }

    @Test
    void aModelNobodyKnowsIsUnknown() {
        problem(given().get("/v1/models/" + CANARY).then(), 404, "model-unknown");
    }

    @Test
    void aMethodThatIsNotServedIsRefused() {
        problem(given().delete("/v1/digests").then(), 405, "method-not-allowed");
    }

    @Test
    void anAnswerInXmlIsNotGiven() {
        problem(
                given().contentType("application/json")
                        .accept("application/xml")
                        .body("{\"text\": \"a\"}")
                        .post("/v1/digests")
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void aBodyThatIsNotSaidToBeJsonIsRefused() {
        problem(
                given().contentType("text/plain").body(CANARY).post("/v1/digests").then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void aTextOverTheLimitIsTooLargeAndTheSizesAreGiven() {
        ValidatableResponse answer =
                post("/v1/digests", "{\"text\": \"" + "a".repeat(200_001) + "\"}");
        problem(answer, 413, "too-large");
        answer.body("detail", containsString("200001")).body("detail", containsString("200000"));
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItIsRead() {
        problem(
                post("/v1/digests", "{\"text\": \"" + "a".repeat(3 << 20) + "\"}"),
                413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "soon", "99999999999999"})
    void aRequestTimeoutThatIsNoTimeIsRefused(String header) {
        problem(
                given().contentType("application/json")
                        .header("Request-Timeout", header)
                        .body("{\"text\": \"a\"}")
                        .post("/v1/digests")
                        .then(),
                400,
                "invalid-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \\n ", "Advertisement\\nShare\\n"})
    void whatHoldsNoArticleIsSaidToHoldNone(String text) {
        problem(post("/v1/digests", "{\"text\": \"" + text + "\"}"), 422, "no-article");
    }

    @Test
    void aTextThatDoesNotTellItsLanguageIsAskedForIt() {
        problem(post("/v1/digests", "{\"text\": \"Ok 5\"}"), 422, "language-undetected");
    }

    @Test
    void aSummaryNoInstalledModelCanWriteIsRefused() {
        problem(
                post(
                        "/v1/digests",
                        "{\"text\": \"The ferry runs again.\", \"language\": \"en\","
                                + " \"summary\": {\"method\": \"abstractive\"}}"),
                422,
                "model-not-installed");
    }

    @Test
    void aCallNoneOfWhoseTargetsCanBeReachedIsUnsupported() {
        problem(
                post(
                        "/v1/digests",
                        "{\"text\": \"The ferry runs again.\", \"language\": \"en\","
                                + " \"targets\": [\"tr\", \"ja\"]}"),
                422,
                "language-unsupported");
    }

    @Test
    void aDeadlineThatPassesIsTold() {
        problem(
                given().contentType("application/json")
                        .header("Request-Timeout", "1")
                        .body(
                                "{\"text\": \""
                                        + "The ferry runs again from Monday. ".repeat(2000)
                                        + "\", \"language\": \"en\", \"targets\": [\"pt\"]}")
                        .post("/v1/digests")
                        .then(),
                504,
                "deadline-exceeded");
    }
}
