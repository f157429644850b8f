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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document is the committed one, and its examples run. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/resources/openapi");

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void theDocumentServedIsTheCommittedOneAndWhatTheCodeSays(String format) throws IOException {
        String told = given().get("/openapi-of-the-code?format=" + format).asString();
        Path made = Path.of("target/openapi/openapi." + format);
        Files.createDirectories(made.getParent());
        Files.writeString(made, told);
        String served =
                given().get("/openapi?format=" + format)
                        .then()
                        .statusCode(200)
                        .contentType("application/" + format)
                        .extract()
                        .asString();
        assertThat(told)
                .as("copy %s over that in %s when the change is meant", made, COMMITTED)
                .isEqualTo(served)
                .isEqualTo(Files.readString(COMMITTED.resolve(made.getFileName())));
    }

    @Test
    void theDocumentIsYamlUnlessJsonIsAskedFor() {
        given().get("/openapi").then().contentType("application/yaml");
        given().accept("application/json").get("/openapi").then().contentType("application/json");
        given().head("/openapi").then().statusCode(200).contentType("application/yaml");
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
