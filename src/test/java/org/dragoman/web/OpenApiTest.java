package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is the committed one, and its examples run. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("docs/openapi.yaml");

    @Test
    void theDocumentServedIsTheCommittedOne() throws IOException {
        String served = given().get("/openapi").asString();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/openapi.yaml"), served);
        assertThat(served)
                .as("copy target/openapi.yaml over docs/openapi.yaml when the change is meant")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyExampleOfARequestIsAnswered() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        List<String> run = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode content = path.getValue().at("/post/requestBody/content/application~1json");
            for (JsonNode example : content.path("examples")) {
                JsonNode value = example.get("value");
                String body = value.isTextual() ? value.asText() : value.toString();
                given().contentType("application/json")
                        .body(body)
                        .post(path.getKey())
                        .then()
                        .statusCode(200);
                run.add(path.getKey());
            }
        }
        assertThat(run)
                .contains("/v1/digests", "/v1/summaries", "/v1/translations", "/v1/detections");
    }
}
