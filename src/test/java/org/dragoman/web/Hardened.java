package org.dragoman.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A service as it is set up for others: over TLS alone, behind a proxy, for keys and for tokens of
 * an issuer, which does not answer when it starts.
 */
public final class Hardened implements QuarkusTestProfile {
    static final String ADMIN_KEY = "a key that somebody chose";
    static final int WRONG_KEYS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "hardened");
            Certificate.make(directory);
            Map<String, String> settings = new HashMap<>();
            settings.put("dragoman.access.keys", directory.resolve("keys.json").toString());
            settings.put("dragoman.access.wrong-keys-per-minute", Integer.toString(WRONG_KEYS));
            settings.put("dragoman.access.calls-per-minute", "1000");
            settings.put("dragoman.access.characters-per-day", "1000");
            settings.put("dragoman.http.admin-key", ADMIN_KEY);
            settings.put("dragoman.http.trusted-proxies", "127.0.0.1");
            settings.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + freePort());
            settings.put("quarkus.oidc.token.audience", TestIssuer.AUDIENCE);
            settings.put("quarkus.oidc.token.forced-jwk-refresh-interval", "500ms");
            settings.put("dragoman.access.tokens.timeout", "500ms");
            settings.put("quarkus.http.insecure-requests", "disabled");
            settings.put("quarkus.http.test-ssl-port", "0");
            settings.put(
                    "quarkus.http.ssl.certificate.files", Certificate.chain(directory).toString());
            settings.put(
                    "quarkus.http.ssl.certificate.key-files",
                    Certificate.key(directory).toString());
            settings.put("quarkus.http.ssl.certificate.reload-period", "1h");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
