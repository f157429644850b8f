package org.dragoman.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dragoman.TinyWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proxies of an environment, and requests through a real one. */
@Timeout(60)
class ProxiesTest {
    @TempDir Path temporary;

    @Test
    void eachSchemeHasItsProxyInEitherCase() {
        Proxies proxies =
                Proxies.ofEnvironment(
                        Map.of("HTTPS_PROXY", "http://secure:3128/", "http_proxy", "plain:8080"));

        assertThat(proxy(proxies, "https://models.example/a")).hasToString("secure:3128");
        assertThat(proxy(proxies, "http://models.example/a")).hasToString("plain:8080");
        assertThat(proxy(Proxies.ofEnvironment(Map.of("ALL_PROXY", "all:1")), "http://a.example"))
                .hasToString("all:1");
        assertThat(proxy(Proxies.ofEnvironment(Map.of()), "https://a.example"))
                .hasToString("direct");
    }

    @Test
    void whatIsExceptedAndThisMachineAreAskedDirectly() {
        Proxies proxies =
                Proxies.ofEnvironment(
                        Map.of(
                                "HTTP_PROXY",
                                "p:1",
                                "NO_PROXY",
                                "one.example, .two.example,three.example:81,*.four.example"));

        for (String direct :
                List.of(
                        "http://one.example/",
                        "http://sub.one.example/",
                        "http://TWO.example/",
                        "http://a.two.example/",
                        "http://three.example:81/",
                        "http://a.four.example/",
                        "http://localhost/",
                        "http://127.0.0.1:9000/",
                        "http://[::1]/")) {
            assertThat(proxy(proxies, direct)).as(direct).hasToString("direct");
        }
    }

    @Test
    void namesThatOnlyLookLikeAnExceptionArePassedOn() {
        Proxies proxies =
                Proxies.ofEnvironment(
                        Map.of("HTTP_PROXY", "p:1", "NO_PROXY", "one.example,three.example:81"));

        for (String passed :
                List.of(
                        "http://other.example/",
                        "http://notone.example/",
                        "http://three.example/")) {
            assertThat(proxy(proxies, passed)).as(passed).hasToString("p:1");
        }
        Proxies none = Proxies.ofEnvironment(Map.of("HTTP_PROXY", "p:1", "NO_PROXY", "*"));
        assertThat(proxy(none, "http://other.example/")).hasToString("direct");
    }

    @Test
    void javasOwnPropertiesComeFirst() {
        Proxies proxies = Proxies.ofEnvironment(Map.of("HTTPS_PROXY", "environment:1"));
        System.setProperty("https.proxyHost", "property.example");
        System.setProperty("https.proxyPort", "8443");
        try {
            InetSocketAddress chosen =
                    (InetSocketAddress)
                            proxies.select(URI.create("https://a.example/")).get(0).address();

            assertThat(chosen.getHostString()).isEqualTo("property.example");
            assertThat(chosen.getPort()).isEqualTo(8443);
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @Test
    void aFileComesThroughAProxyThatWantsAPassword() throws IOException {
        try (TinyWeb proxy = new TinyWeb()) {
            byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
            proxy.put("http://models.example/a", content);
            String address = proxy.at("").toString().replace("//", "//user:p%40ss@");

            fetch(Map.of("http_proxy", address), "http://models.example/a", content);

            assertThat(temporary.resolve("a")).hasBinaryContent(content);
            assertThat(proxy.asked().get(0).header("proxy-authorization"))
                    .isEqualTo("Basic dXNlcjpwQHNz");
        }
    }

    @Test
    void aSecureConnectionIsAskedOfTheProxyWithThePasswordAndARefusalIsSaid() throws IOException {
        try (TinyWeb proxy = new TinyWeb()) {
            for (int i = 0; i < 4; i++) {
                proxy.next("models.example:443", TinyWeb.status(407));
            }
            String address = proxy.at("").toString().replace("//", "//user:pass@");

            FetchException refusal =
                    catchThrowableOfType(
                            FetchException.class,
                            () ->
                                    fetch(
                                            Map.of("HTTPS_PROXY", address),
                                            "https://models.example/a",
                                            new byte[1]));

            assertThat(refusal).hasMessageContaining("proxy").hasMessageNotContaining("pass@");
            assertThat(proxy.asked().get(0).method()).isEqualTo("CONNECT");
            assertThat(proxy.asked().get(0).header("proxy-authorization"))
                    .isEqualTo("Basic dXNlcjpwYXNz");
        }
    }

    private void fetch(Map<String, String> environment, String address, byte[] content)
            throws IOException {
        FetchSettings settings =
                new FetchSettings(
                        Map.of(),
                        Map.of(),
                        Proxies.ofEnvironment(environment),
                        1,
                        new FetchSettings.Patience(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(1)));
        Remote remote =
                Remote.known(
                        "a",
                        List.of(URI.create(address)),
                        Downloads.sha256(content),
                        content.length);
        new Fetcher(settings, new PlainStorage()).fetch(remote, temporary.resolve("a"), b -> {});
    }

    private static Object proxy(Proxies proxies, String address) {
        Proxy proxy = proxies.select(URI.create(address)).get(0);
        return proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : ((InetSocketAddress) proxy.address()).getHostString()
                        + ":"
                        + ((InetSocketAddress) proxy.address()).getPort();
    }
}
