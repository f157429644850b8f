package org.dragoman.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call is one trace, from its head to the batches its rows are in. */
@QuarkusTest
@TestProfile(Watched.class)
@Timeout(60)
class SpansTest {
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String DIGEST =
            "{\"text\": \"The harbour is closed until Sunday. Boats wait in the bay, the port said"
                    + " on Friday evening.\", \"targets\": [\"pt\"]}";

    @Inject CollectedSpans collected;
    @Inject ManagedExecutor workers;

    @Test
    void aDigestIsOneTraceFromTheCallToItsBatches() throws Exception {
        String trace = "1af7651916cd43dd8448eb211c80319c";
        given().contentType("application/json")
                .header("traceparent", "00-" + trace + "-" + PARENT + "-01")
                .body(DIGEST)
                .post("/v1/digests")
                .then()
                .statusCode(200)
                .header("X-Trace-Id", trace);

        Map<String, List<SpanData>> spans =
                ended(trace, "POST /v1/digests").stream()
                        .collect(Collectors.groupingBy(SpanData::getName));
        assertThat(spans)
                .containsOnlyKeys(
                        "POST /v1/digests", "read", "summarise", "translate", "inference");
        SpanData call = spans.getOrDefault("POST /v1/digests", List.of()).get(0);
        assertThat(call.getParentSpanId()).isEqualTo(PARENT);
        assertThat(call.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
        assertThat(spans.get("inference"))
                .allSatisfy(
                        batch -> {
                            assertThat(batch.getParentSpanId()).isEqualTo(call.getSpanId());
                            assertThat(number(batch, "rows")).isPositive();
                            assertThat(number(batch, "tokens"))
                                    .isBetween(1L, number(batch, "area"));
                        });
    }

    @Test
    void aCallWithoutATraceparentHasTheTraceIdOfItsSpan() throws Exception {
        String trace = given().get("/v1/models/none").header("X-Trace-Id");
        assertThat(ended(trace, "GET /v1/models/{name}")).hasSize(1);
    }

    @Test
    void noThreadKeepsTheTraceIdOfACallThatIsOver() throws Exception {
        given().contentType("application/json").body(DIGEST).post("/v1/digests");
        List<Callable<Object>> looks = Collections.nCopies(40, () -> "" + MDC.get("traceId"));
        for (Future<Object> look : workers.invokeAll(looks)) {
            assertThat(look.get()).isEqualTo("null");
        }
    }

    private static long number(SpanData batch, String name) {
        return batch.getAttributes().get(AttributeKey.longKey("dragoman.batch." + name));
    }

    /** The call's own span ends after its answer is sent. */
    private List<SpanData> ended(String trace, String call) throws InterruptedException {
        while (collected.of(trace).stream().noneMatch(span -> span.getName().equals(call))) {
            Thread.sleep(Duration.ofMillis(10).toMillis());
        }
        return collected.of(trace);
    }
}
