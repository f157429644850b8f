package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose call it is that came through proxies. */
class ForwardedTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void withoutATrustedProxyTheConnectionsAddressCounts() {
        assertThat(client(Optional.empty(), "X-Forwarded-For", "X-Forwarded-For", "203.0.113.9"))
                .isEqualTo("127.0.0.1");
        assertThat(
                        client(
                                Optional.of(List.of("10.0.0.0/8")),
                                "X-Forwarded-For",
                                "X-Forwarded-For",
                                "203.0.113.9"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aTrustedProxyTellsTheClient() {
        assertThat(
                        client(
                                Optional.of(List.of("127.0.0.0/8")),
                                "X-Forwarded-For",
                                "X-Forwarded-For",
                                "1.1.1.1, 203.0.113.9"))
                .isEqualTo("203.0.113.9");
        assertThat(
                        client(
                                Optional.of(List.of("127.0.0.1")),
                                "Forwarded",
                                "Forwarded",
                                "for=1.1.1.1, for=\"[2001:db8::17]:4711\";proto=https"))
                .isEqualTo("2001:db8:0:0:0:0:0:0/64");
    }

    @Test
    void theHeaderThatTheProxyDoesNotWriteIsNotRead() {
        assertThat(
                        client(
                                Optional.of(List.of("127.0.0.1")),
                                "X-Forwarded-For",
                                "Forwarded",
                                "for=203.0.113.9"))
                .isEqualTo("127.0.0.1");
    }

    /** What a server finds out about a request with this header. */
    private String client(
            Optional<List<String>> trusted, String read, String header, String value) {
        Forwarded forwarded =
                new Forwarded(
                        new ProxySettings() {
                            @Override
                            public Optional<List<String>> trustedProxies() {
                                return trusted;
                            }

                            @Override
                            public String proxyHeader() {
                                return read;
                            }
                        });
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(call -> call.response().end(forwarded.client(call)))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        Asked asked = new Asked(URI.create("http://127.0.0.1:" + server.actualPort()));
        return asked.send(asked.request("GET", "/", new byte[0], header, value)).body();
    }
}
