package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Nothing a caller wrote is kept by the service: not in logs, metrics or what errors say. */
@QuarkusTest
@TestProfile(Watched.class)
class CanaryWordsTest {
    private static final String WORD = "zyzzyvaquux";
    private static final String TEXT =
            "The %s ferry runs again from Monday. It had been in repair since May. %s was glad."
                    .formatted(WORD, WORD);

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    @Inject CollectedSpans spans;

    private final List<String> refusals = new ArrayList<>();

    @Test
    void whatACallerWroteIsNowhereButInItsAnswer() throws InterruptedException {
        try (Recorded log = new Recorded()) {
            work();
            mistakes();
            addresses();
            headers();

            log.await("DELETE /v1/models/{name} 401");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("POST /v1/translations 200"))
                    .anyMatch(line -> line.contains("- - 404") || line.contains("- - 405"))
                    .noneMatch(CanaryWordsTest::tells);
        }
        assertThat(refusals).hasSizeGreaterThan(15).noneMatch(CanaryWordsTest::tells);
        assertThat(RestAssured.get("/q/metrics").asString().lines())
                .anyMatch(line -> line.startsWith("dragoman_stage_seconds_bucket"))
                .anyMatch(line -> line.startsWith("dragoman_model_bytes"))
                .anyMatch(line -> line.startsWith("dragoman_findings_total"))
                .anyMatch(line -> line.equals("dragoman_problems_total{code=\"disk-full\"} 0.0"))
                .anyMatch(
                        line ->
                                line.matches(
                                        "dragoman_problems_total\\{code=\"malformed-json\"} [1-9].*"))
                .noneMatch(CanaryWordsTest::tells);
        assertThat(spans.all())
                .anyMatch(span -> span.getName().equals("POST /v1/digests"))
                .noneMatch(span -> tells(span.toString()));
    }

    private static boolean tells(String line) {
        return line.toLowerCase(Locale.ROOT).contains(WORD);
    }

    private void work() {
        answered("/v1/digests", "{\"text\": \"%s\", \"language\": \"en\", \"targets\": [\"pt\"]}");
        answered("/v1/summaries", "{\"text\": \"%s\", \"language\": \"en\"}");
        answered(
                "/v1/translations",
                "{\"texts\": [\"%s\"], \"source\": \"en\", \"targets\": [\"pt\"]}");
        answered("/v1/detections", "{\"texts\": [\"%s\"]}");
        answered(
                "/v1/checks",
                "{\"kind\": \"summary\", \"source\": \"It rains.\", \"text\": \"%s\","
                        + " \"sourceLanguage\": \"en\"}");
        HttpResponse<String> stream =
                asked().post(
                                "/v1/translations",
                                ("{\"texts\": [\"" + TEXT + "\"], \"targets\": [\"pt\"]}")
                                        .getBytes(UTF_8),
                                "Content-Type",
                                "application/json",
                                "Accept",
                                "text/event-stream");
        assertThat(stream.body()).contains("version-segment");
    }

    private void answered(String path, String body) {
        assertThat(asked().json(path, body.formatted(TEXT)).statusCode()).isEqualTo(200);
    }

    private void mistakes() {
        refused("/v1/digests", "{\"text\": \"" + WORD);
        refused("/v1/digests", "{\"text\": \"" + TEXT + "\", \"" + WORD + " field\": 1}");
        refused("/v1/digests", "{\"text\": \"" + TEXT + "\", \"language\": \"" + WORD + "\"}");
        refused("/v1/digests", "{\"text\": [\"" + WORD + "\"]}");
        refused("/v1/digests", "{\"text\": \"" + WORD + "\", \"targets\": [\"x-" + WORD + "\"]}");
        refused("/v1/digests", "{\"url\": \"http://" + WORD + ".example/\"}");
        refused("/v1/summaries", "{\"text\": \"" + TEXT + "\", \"summary\": \"" + WORD + "\"}");
        refused(
                "/v1/translations",
                "{\"texts\": [\"" + (WORD + " ").repeat(30_000) + "\"], \"targets\": [\"pt\"]}");
        refused(
                "/v1/translations",
                "{\"texts\": [\"" + TEXT + "\"], \"format\": \"" + WORD + "\"}");
        refused("/v1/checks", "{\"kind\": \"" + WORD + "\"}");
        refused("/v1/keys", "{\"name\": \"" + WORD + "\", \"scope\": \"" + WORD + "\"}");
    }

    private void refused(String path, String body) {
        keep(asked().json(path, body));
    }

    private void addresses() {
        for (String address :
                List.of("/v1/models/", "/v1/", "/", "/v1/languages?scope=", "/q/", "/v1/keys/")) {
            keep(asked().send(asked().request("GET", address + WORD, new byte[0])));
        }
        keep(
                asked().send(
                                asked().request(
                                                WORD.toUpperCase(Locale.ROOT),
                                                "/v1/" + WORD,
                                                new byte[0])));
    }

    private void headers() {
        for (String name :
                List.of(
                        "Accept",
                        "Content-Type",
                        "Content-Encoding",
                        "Request-Timeout",
                        "Authorization",
                        "Accept-Language",
                        "traceparent",
                        "X-Forwarded-For",
                        "User-Agent",
                        "Prefer")) {
            HttpResponse<String> answer =
                    asked().post("/v1/digests", WORD.getBytes(UTF_8), name, WORD);
            keep(answer);
        }
        keep(
                asked().send(
                                asked().request(
                                                "DELETE",
                                                "/v1/models/" + WORD,
                                                new byte[0],
                                                "Authorization",
                                                "Bearer " + WORD)));
    }

    private void keep(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        refusals.add(answer.body() + answer.headers().map());
    }

    private Asked asked() {
        return new Asked(service);
    }
}
