package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The door under load and in front of slow senders. */
@QuarkusTest
@TestProfile(AdmissionTest.Narrow.class)
class AdmissionTest {
    /** One call at a time, half a second for a body, 64 KiB. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dragoman.http.concurrency", "1",
                    "dragoman.http.body-timeout", "500ms",
                    "dragoman.http.events.heartbeat", "20ms",
                    "dragoman.http.body", "64K");
        }
    }

    @TestHTTPResource("/v1/digests")
    URI digests = URI.create("http://localhost");

    private final HttpClient client = HttpClient.newHttpClient();

    private static String text() {
        return "The ferry to the islands runs again from Monday, the port said. ".repeat(300);
    }

    private HttpRequest digest() {
        return HttpRequest.newBuilder(digests)
                .header("Content-Type", "application/json")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"language\": \"en\", \"targets\": [\"pt\"], \"text\": \""
                                        + text()
                                        + "\"}"))
                .build();
    }

    @Test
    void callsOverTheLimitAreRefusedAtOnceAndTheRestAnswered() {
        List<CompletableFuture<HttpResponse<String>>> calls =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        client.sendAsync(
                                                digest(), HttpResponse.BodyHandlers.ofString()))
                        .toList();

        List<HttpResponse<String>> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
        assertThat(answers).extracting(HttpResponse::statusCode).contains(200);
        answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .forEach(
                        refused -> {
                            assertThat(refused.body()).contains("\"code\":\"queue-full\"");
                            assertThat(refused.headers().firstValue("Retry-After"))
                                    .hasValueSatisfying(
                                            wait ->
                                                    assertThat(Integer.parseInt(wait))
                                                            .isPositive());
                        });
    }

    @Test
    void aCallThatEndsMakesRoomForTheNext() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(digest(), HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aCallerThatHangsUpMakesRoomForTheNext() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Socket socket = connect()) {
                send(socket, "Content-Length: 12\r\n\r\n{\"text\": \"a\"");
            }
        }
        // The server hears of a closed connection a moment later than its caller.
        int status = 429;
        for (int i = 0; i < 100 && status == 429; i++) {
            Thread.sleep(100);
            status = client.send(digest(), HttpResponse.BodyHandlers.ofString()).statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void aStreamIsKeptOpenByCommentsAndFreesItsPlaceAtItsEnd() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(digests)
                            .header("Content-Type", "application/json")
                            .header("Accept", "text/event-stream")
                            .POST(digest().bodyPublisher().orElseThrow())
                            .build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .contains("no-cache, no-transform");
            assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(answer.body().lines()).anyMatch(line -> line.startsWith(":"));
            assertThat(EventStream.events(answer.body()))
                    .last()
                    .extracting(EventStream.Event::type)
                    .isEqualTo("digest");
        }
    }

    @Test
    void aBodyThatDoesNotArriveIsGivenUp() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "Content-Length: 1000\r\n\r\n{\"text\": ");
            assertThat(read(socket)).startsWith("HTTP/1.1 408").contains("body-timeout");
        }
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhereItPassesTheLimit() throws Exception {
        try (Socket socket = connect()) {
            String chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
            send(socket, "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk);
            assertThat(read(socket)).startsWith("HTTP/1.1 413").contains("too-large");
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(digests.getHost(), digests.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private void send(Socket socket, String rest) throws IOException {
        OutputStream out = socket.getOutputStream();
        String head =
                "POST /v1/digests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest;
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(400), StandardCharsets.UTF_8);
    }
}
