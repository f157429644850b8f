package org.dragoman.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Many digests: each answer is the one its article gets alone, and nothing native is left open. */
@QuarkusTest
class SoakTest {
    private static final int DIGESTS = Integer.getInteger("dragoman.soak.digests", 200);
    private static final int BURST = Integer.getInteger("dragoman.soak.burst", 50);
    private static final List<String> PARTS = List.of("article", "dropped", "summary", "versions");

    @TestHTTPResource("/v1/digests")
    URI digests = URI.create("http://localhost");

    @TestHTTPResource("/q/metrics")
    URI metrics = URI.create("http://localhost");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void noAnswerIsLostOrCrossedAndNoHandleStaysOpen() throws Exception {
        List<String> articles = new ArrayList<>();
        List<List<JsonNode>> alone = new ArrayList<>();
        for (String text : Samples.all()) {
            HttpResponse<String> answer = post(text);
            if (answer.statusCode() == 200) {
                articles.add(text);
                alone.add(essence(answer.body()));
            }
        }
        double resting = openHandles();

        run(articles, alone, DIGESTS, 4);
        run(articles, alone, BURST, BURST);

        assertThat(openHandles()).isEqualTo(resting);
    }

    private void run(List<String> articles, List<List<JsonNode>> alone, int count, int clients)
            throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<JsonNode>>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String text = articles.get(i % articles.size());
                calls.add(() -> patiently(text));
            }
            List<Future<List<JsonNode>>> answers = callers.invokeAll(calls);
            for (int i = 0; i < count; i++) {
                Figures.assertAlike(answers.get(i).get(), alone.get(i % articles.size()));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Waits as it is told when it is refused. */
    private List<JsonNode> patiently(String text) throws Exception {
        while (true) {
            HttpResponse<String> answer = post(text);
            if (answer.statusCode() == 200) {
                return essence(answer.body());
            }
            assertThat(answer.statusCode()).isEqualTo(429);
            Thread.sleep(1000L * Long.parseLong(answer.headers().firstValue("Retry-After").get()));
        }
    }

    private HttpResponse<String> post(String text) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(digests)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        json.writeValueAsString(Samples.request(text))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<JsonNode> essence(String answer) throws IOException {
        JsonNode digest = json.readTree(answer);
        return PARTS.stream().map(digest::get).toList();
    }

    private double openHandles() throws Exception {
        String scraped =
                client.send(
                                HttpRequest.newBuilder(metrics).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        Matcher gauge =
                Pattern.compile("(?m)^dragoman_native_handles(?:\\{[^}]*})? ([0-9.E]+)$")
                        .matcher(scraped);
        assertThat(gauge.find()).isTrue();
        return Double.parseDouble(gauge.group(1));
    }
}
