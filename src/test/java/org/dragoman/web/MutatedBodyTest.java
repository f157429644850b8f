package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests that were right until something of them was changed by chance. */
@QuarkusTest
class MutatedBodyTest {
    private static final int BODIES = Integer.getInteger("dragoman.bodies", 500);

    private static final List<Map.Entry<String, String>> RIGHT =
            List.of(
                    Map.entry(
                            "/v1/digests",
                            """
                            {"text": "The ferry runs again.\\n\\nIt was mended in May, the port says.",
                             "language": "en", "targets": ["pt"], "parts": ["summary"],
                             "summary": {"sentences": 1, "method": "extractive"},
                             "onLowQuality": "flag"}"""),
                    Map.entry(
                            "/v1/summaries",
                            """
                            {"text": "The ferry runs again. It was mended in May.", "language": "en",
                             "summary": {"sentences": 1, "method": "auto", "words": 20}}"""),
                    Map.entry(
                            "/v1/translations",
                            """
                            {"texts": ["Good morning.", ""], "source": "en", "targets": ["pt"],
                             "format": "text", "onLowQuality": "source"}"""),
                    Map.entry(
                            "/v1/detections",
                            """
                            {"texts": ["Good morning to all of you."]}"""),
                    Map.entry(
                            "/v1/checks",
                            """
                            {"kind": "translation", "source": "It rains.", "text": "Chove.",
                             "sourceLanguage": "en", "textLanguage": "pt"}"""),
                    Map.entry("/v1/keys", "{\"name\": \"reader\", \"scopes\": [\"use\"]}"));

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    @Test
    void aChangedRequestIsAnsweredOrRefusedAsTheDocumentSays() throws IOException {
        JsonNode paths =
                new ObjectMapper()
                        .readTree(RestAssured.get("/openapi?format=json").asString())
                        .get("paths");
        Asked asked = new Asked(service);
        Random random = new Random(7);
        for (int i = 0; i < BODIES; i++) {
            Map.Entry<String, String> right = RIGHT.get(i % RIGHT.size());
            byte[] body = Mutation.of(right.getValue().getBytes(UTF_8), random);
            HttpResponse<String> answer =
                    asked.post(right.getKey(), body, "Content-Type", "application/json");
            assertThat(
                            paths.at("/" + right.getKey().replace("/", "~1") + "/post/responses")
                                    .has(Integer.toString(answer.statusCode())))
                    .as(
                            "%s answered %d to %s",
                            right.getKey(), answer.statusCode(), new String(body, UTF_8))
                    .isTrue();
            if (answer.statusCode() != 200) {
                Asked.documented(answer);
            }
        }
    }
}
