package org.dragoman.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers of streams that do not stay, or do not read. */
@QuarkusTest
@Timeout(120)
class StreamingCallersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI server = URI.create("http://localhost");

    @Inject MeterRegistry meters;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aCallerThatDoesNotReadHoldsNobodyUpAndFindsItAllLater() throws Exception {
        try (Socket idle = new Socket()) {
            idle.setReceiveBufferSize(1024);
            idle.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            idle.getOutputStream().write(raw(longRequest(300)));
            awaitCalls(1);
            assertThat(summaryStatus()).isEqualTo(200);
            awaitCalls(0);

            String answer =
                    new String(idle.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("event:version-segment");
            assertThat(answer.substring(answer.lastIndexOf("event:")))
                    .startsWith("event:translations")
                    .contains(" 299 ");
        }
    }

    private static byte[] raw(String request) {
        String head =
                """
                POST /v1/translations HTTP/1.1
                Host: x
                Accept: text/event-stream
                Content-Type: application/json
                Connection: close
                Content-Length: %d

                """
                        .formatted(request.length())
                        .replace("\n", "\r\n");
        return (head + request).getBytes(StandardCharsets.UTF_8);
    }

    private void awaitCalls(int count) throws InterruptedException {
        while (meters.get("dragoman.http.calls").gauge().value() != count) {
            Thread.sleep(5);
        }
    }

    private static String longRequest(int sentences) throws JsonProcessingException {
        String sentence = "Ferry number %d to the northern islands runs again from Monday. ";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(sentence.formatted(i));
        }
        return JSON.writeValueAsString(
                Map.of("texts", List.of(text), "source", "en", "targets", List.of("pt")));
    }

    @Test
    void aCallerThatLeavesFreesItsWork() throws Exception {
        String request = longRequest(1500);
        double dropped = dropped();
        HttpResponse<InputStream> response =
                client.send(
                        post("v1/translations", request),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            String begun = new String(body.readNBytes(200), StandardCharsets.UTF_8);
            assertThat(begun).contains("event:");
            assertThat(meters.get("dragoman.http.calls").gauge().value()).isEqualTo(1);
        }

        while (meters.get("dragoman.http.calls").gauge().value() > 0 || dropped() == dropped) {
            Thread.sleep(5);
        }
        assertThat(meters.get("dragoman.inference.queue.rows").gauge().value()).isZero();
        assertThat(summaryStatus()).isEqualTo(200);
    }

    private double dropped() {
        return meters.find("dragoman.inference.dropped").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private int summaryStatus() throws Exception {
        String text =
                "The ferry to the northern islands runs again from Monday, the port said on Friday."
                        + " It had been in repair since a storm in March, which broke its mast.";
        HttpRequest request = post("v1/summaries", JSON.writeValueAsString(Map.of("text", text)));
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(server.resolve("/" + path))
                .header("Content-Type", "application/json")
                .header("Accept", path.endsWith("summaries") ? "*/*" : "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
