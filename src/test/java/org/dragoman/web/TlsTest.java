package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.options.TlsCertificateReloader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service behind its own certificate, as the README sets it up. */
@QuarkusTest
@TestProfile(Hardened.class)
@Timeout(60)
class TlsTest {
    @TestHTTPResource(value = "/", tls = true)
    URI service = URI.create("https://localhost");

    @ConfigProperty(name = "quarkus.http.ssl.certificate.files")
    Path chain = Path.of("cert.pem");

    private int alive() {
        Asked asked = new Asked(service, Certificate.trusting(chain));
        return asked.send(asked.request("GET", "/q/health/live", new byte[0])).statusCode();
    }

    @Test
    void itAnswersWhoTrustsItsCertificate() {
        assertThat(alive()).isEqualTo(200);
    }

    @Test
    void plainHttpIsNotSpoken() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void aCertificateThatIsReplacedOnTheDiskIsTakenUpWithoutARestart() {
        SSLContext before = Certificate.trusting(chain);
        Certificate.make(Objects.requireNonNull(chain.toAbsolutePath().getParent()));
        assertThatThrownBy(this::alive)
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);

        // What the reload period does every hour.
        TlsCertificateReloader.reload().toCompletableFuture().join();

        assertThat(alive()).isEqualTo(200);
        Asked old = new Asked(service, before);
        assertThatThrownBy(() -> old.send(old.request("GET", "/q/health/live", new byte[0])))
                .isInstanceOf(UncheckedIOException.class);
    }
}
