package org.dragoman.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/**
 * Two hundred clients with short and long work, far more than the service can do: each answer is
 * the one its request gets alone, what is not answered is refused by 429, and nothing native is
 * left open.
 */
@QuarkusTest
@TestProfile(LoadTest.Uncached.class)
class LoadTest {
    private static final int CLIENTS = 200;
    private static final Duration LOAD =
            Duration.ofSeconds(Integer.getInteger("dragoman.load.seconds", 60));
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Figures of quality differ a little from batch to batch, as {@link Figures} says, and here
     * scores of support too, in their last bits: {@link Figures} takes those of digests as equal.
     */
    private static final double CLOSE = 0.03;

    /** How many of a hundred requests are of each kind, in the order of {@link #jobs}. */
    private static final int[] SHARES = {50, 15, 15, 12, 8};

    @TestHTTPResource URI service = URI.create("http://localhost");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicIntegerArray answered = new AtomicIntegerArray(SHARES.length);

    /**
     * What models made of a segment before must not hide what they make of it in a crowd. A machine
     * that is slowed down by others while it works may miss a deadline it could have held.
     */
    public static final class Uncached implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dragoman.inference.cache", "0", "dragoman.http.deadline", "10M");
        }
    }

    private record Job(int kind, HttpRequest request, JsonNode alone) {}

    @Test
    void noAnswerOfTwoHundredClientsIsWrongLostOrCrossedAndRefusalsAre429() throws Exception {
        List<List<Job>> jobs = jobs();
        double resting = openHandles();
        long end = System.nanoTime() + LOAD.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> callers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random chance = new Random(i);
                callers.add(
                        () -> {
                            while (System.nanoTime() < end) {
                                ask(draw(jobs, chance));
                            }
                            return null;
                        });
            }
            for (Future<Void> caller : clients.invokeAll(callers)) {
                caller.get();
            }
        } finally {
            clients.shutdownNow();
        }
        for (int kind = 0; kind < SHARES.length; kind++) {
            assertThat(answered.get(kind)).as("answers of kind %d", kind).isPositive();
        }
        assertThat(openHandles()).isEqualTo(resting);
    }

    private static double openHandles() {
        return Metrics.globalRegistry.get("dragoman.native.handles").gauge().value();
    }

    private void ask(Job job) throws Exception {
        HttpResponse<String> answer = send(job.request());
        if (answer.statusCode() == 200) {
            answered.incrementAndGet(job.kind());
            assertAlike(essence(answer), job.alone());
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").getAsLong()).isPositive();
            Thread.sleep(100);
        }
    }

    private static Job draw(List<List<Job>> jobs, Random chance) {
        int at = chance.nextInt(100);
        int kind = 0;
        while (at >= SHARES[kind]) {
            at -= SHARES[kind];
            kind++;
        }
        List<Job> some = jobs.get(kind);
        return some.get(chance.nextInt(some.size()));
    }

    /** Headlines, detections, checks, digests and long translations, with the answers alone. */
    private List<List<Job>> jobs() throws Exception {
        List<List<Job>> jobs = new ArrayList<>();
        for (int kind = 0; kind < SHARES.length; kind++) {
            jobs.add(new ArrayList<>());
        }
        for (int i = 0; i < 20; i++) {
            add(jobs, 0, "translations", translation(sentence(i)));
            add(jobs, 1, "detections", Map.of("texts", List.of(sentence(100 + i))));
            Map<String, Object> check =
                    Map.of(
                            "kind", "summary",
                            "source", article(200 + i, 8),
                            "text", sentence(201 + i),
                            "sourceLanguage", "en",
                            "textLanguage", "en");
            add(jobs, 2, "checks", check);
        }
        for (String text : Samples.all()) {
            add(jobs, 3, "digests", Samples.request(text));
        }
        for (int i = 0; i < 4; i++) {
            add(jobs, 4, "translations", translation(article(300 + 100 * i, 80)));
        }
        return jobs;
    }

    private static Map<String, Object> translation(String text) {
        return Map.of("texts", List.of(text), "source", "en", "targets", List.of("pt"));
    }

    private static String sentence(int number) {
        return "The harbour of Tavora took in %d ships and %d tonnes of grain last year."
                .formatted(1000 + 37 * number, 20 + number);
    }

    private static String article(int first, int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(sentence(first + i)).append(i % 5 == 4 ? "\n\n" : " ");
        }
        return text.toString();
    }

    /** A sample that is no article is left out. */
    private void add(List<List<Job>> jobs, int kind, String endpoint, Map<String, Object> body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/v1/" + endpoint))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() == 200) {
            jobs.get(kind).add(new Job(kind, request, essence(answer)));
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode essence(HttpResponse<String> answer) throws Exception {
        ObjectNode all = (ObjectNode) json.readTree(answer.body());
        all.remove("timing");
        return all;
    }

    private static void assertAlike(JsonNode answer, JsonNode alone) {
        boolean alike =
                alone.equals(
                        (one, other) ->
                                one.isFloatingPointNumber()
                                                && other.isFloatingPointNumber()
                                                && Math.abs(one.asDouble() - other.asDouble())
                                                        <= CLOSE
                                        ? 0
                                        : one.equals(other) ? 0 : 1,
                        answer);
        assertThat(alike).as("%s is as alone: %s", answer, alone).isTrue();
    }
}
