package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers tell browsers: whose pages may read them, and that they are not to be kept. */
@QuarkusTest
@TestProfile(Watched.class)
class BrowserTest {
    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    private HttpResponse<String> send(String method, String path, String... headers) {
        Asked asked = new Asked(service);
        return asked.send(asked.request(method, path, new byte[0], headers));
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/languages", "GET, /v1/nothing", "POST, /v1/digests", "PUT, /v1/keys"})
    void whatIsAnsweredIsKeptByNobodyAndIsNoPage(String method, String path) {
        HttpResponse<String> answer = send(method, path);

        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void aPageThatIsAllowedMayAskAndReadTheTraceId() {
        HttpResponse<String> asked =
                send(
                        "OPTIONS",
                        "/v1/digests",
                        "Origin",
                        Watched.PAGE,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("access-control-allow-origin"))
                .contains(Watched.PAGE);
        assertThat(asked.headers().firstValue("access-control-allow-headers"))
                .contains("content-type");
        assertThat(
                        send("GET", "/v1/languages", "Origin", Watched.PAGE)
                                .headers()
                                .firstValue("access-control-expose-headers"))
                .contains("X-Trace-Id,Retry-After");
    }

    @Test
    void anotherPageMayNot() {
        HttpResponse<String> answer =
                send("GET", "/v1/languages", "Origin", "https://another.example");

        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
}
