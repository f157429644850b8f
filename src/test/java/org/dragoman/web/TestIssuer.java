package org.dragoman.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens on this machine: OpenID Connect discovery, and the keys it signs with. */
final class TestIssuer {
    static final String AUDIENCE = "dragoman";

    private final URI address;
    private final List<EllipticCurveJsonWebKey> keys = new ArrayList<>();
    private volatile String published = "";
    private volatile boolean hanging;
    private @Nullable HttpServer server;

    TestIssuer(URI address) {
        this.address = address;
        rotate();
        publish();
    }

    /** Answers from now on. */
    void open() {
        try {
            HttpServer fresh =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), address.getPort()),
                            0);
            fresh.createContext(
                    "/",
                    exchange -> {
                        if (hanging) {
                            return;
                        }
                        byte[] body = answer(exchange.getRequestURI().getPath()).getBytes(UTF_8);
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            fresh.start();
            server = fresh;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Is gone until it is opened again. */
    void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private String answer(String path) {
        if (path.endsWith("/openid-configuration")) {
            return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(address, address);
        }
        return published;
    }

    /** Takes questions, and does not answer them while this is true. */
    void hang(boolean now) {
        hanging = now;
    }

    /** Signs with another key from now on. */
    void rotate() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("key-" + keys.size());
            keys.add(key);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tells the keys it has had. */
    void publish() {
        published = new JsonWebKeySet(keys).toJson();
    }

    /** The claims of a token that is valid here for ten minutes. */
    JwtClaimsBuilder claims(String subject, String scope) {
        return Jwt.issuer(address.toString())
                .audience(AUDIENCE)
                .subject(subject)
                .claim("scope", scope)
                .expiresIn(Duration.ofMinutes(10));
    }

    String token(String subject, String scope) {
        return signed(claims(subject, scope));
    }

    String signed(JwtClaimsBuilder claims) {
        EllipticCurveJsonWebKey key = keys.get(keys.size() - 1);
        return claims.jws()
                .keyId(key.getKeyId())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key.getEcPrivateKey());
    }

    /** A token that claims to need no signature (RFC 7518, 3.6). */
    String unsigned(String subject, String scope) {
        String[] parts = token(subject, scope).split("\\.", -1);
        return base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
    }

    /** A token whose signature everybody can make who knows the public key. */
    String signedByPublicKey(String subject, String scope) {
        EllipticCurveJsonWebKey key = keys.get(keys.size() - 1);
        return claims(subject, scope)
                .jws()
                .keyId(key.getKeyId())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(key.getPublicKey().getEncoded(), "HmacSHA256"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
