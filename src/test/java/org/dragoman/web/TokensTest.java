package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractStringAssert;
import org.dragoman.failure.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Tokens of an issuer, beside keys. */
@QuarkusTest
@TestProfile(Hardened.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(60)
class TokensTest {
    private static final String USE = "openid dragoman:use";
    private static final String ADMIN = "dragoman:admin";

    private static @Nullable TestIssuer issuer;

    @TestHTTPResource(value = "/", tls = true)
    URI service = URI.create("https://localhost");

    @ConfigProperty(name = "quarkus.http.ssl.certificate.files")
    Path chain = Path.of("cert.pem");

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI server = URI.create("http://localhost");

    @AfterAll
    static void close() {
        if (issuer != null) {
            issuer.close();
        }
    }

    /** Which answers, and whose tokens are taken. */
    private TestIssuer issuer() throws InterruptedException {
        if (issuer == null) {
            issuer = new TestIssuer(server);
            issuer.open();
            await(issuer.token("anybody", USE));
        }
        return issuer;
    }

    private void await(String token) throws InterruptedException {
        while (guest().detect(token).statusCode() != 200) {
            Thread.sleep(50);
        }
    }

    /** What a token was answered may hold until the issuer may be asked again. */
    private void awaitChangeOf(int status, String token) throws InterruptedException {
        while (guest().detect(token).statusCode() == status) {
            Thread.sleep(50);
        }
    }

    private Guest guest() {
        return new Guest(service, chain);
    }

    @Test
    @Order(1)
    void untilTheIssuerIsFoundTokensAreUnverifiedAndKeysAreTaken() throws InterruptedException {
        String token = new TestIssuer(server).token("anybody", USE);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> early = guest().detect(token);
            Asked.refused(early, ErrorCode.KEY_UNVERIFIED);
            assertThat(early.headers().firstValue("Retry-After")).contains("2");
        }
        assertThat(guest().detect(Guest.key(service, chain)).statusCode()).isEqualTo(200);
        Asked.refused(guest().detect("drg_none"), ErrorCode.KEY_INVALID);

        assertThat(guest().detect(issuer().token("anybody", USE)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenAllowsWhatItsScopesSay() throws InterruptedException {
        String use = issuer().token("ana", USE);
        String admin = issuer().token("ops", ADMIN);
        String asRole =
                issuer().signed(issuer().claims("bo", "").claim("scp", List.of("x", ADMIN)));

        assertThat(guest().detect(use).statusCode()).isEqualTo(200);
        Asked.refused(guest().get("/v1/keys", use), ErrorCode.KEY_FORBIDDEN);
        assertThat(guest().get("/v1/keys", admin).statusCode()).isEqualTo(200);
        assertThat(guest().get("/v1/keys", asRole).statusCode()).isEqualTo(200);
        Asked.refused(
                guest().detect(issuer().token("ana", "openid profile")), ErrorCode.KEY_FORBIDDEN);
    }

    @Test
    void aTokenThatIsNotValidIsRefusedAndToldWhy() throws InterruptedException {
        TestIssuer good = issuer();
        TestIssuer stranger = new TestIssuer(server);

        refused(good.signed(good.claims("a", USE).expiresAt(Instant.now().minusSeconds(60))))
                .contains("expired");
        refused(good.signed(good.claims("a", USE).audience("another"))).contains("meant for");
        refused(good.signed(good.claims("a", USE).issuer("http://another"))).contains("issuer");
        refused(stranger.token("a", USE)).contains("signature");
        refused(good.unsigned("a", USE)).contains("not a token");
        refused(good.signedByPublicKey("a", USE)).contains("not a token");
        refused(good.token("a", USE).replaceFirst("\\.[^.]*\\.", ".e30.")).contains("signature");
        refused(good.signed(good.claims("\n", USE))).contains("not a token");
        refused("nothing.like.one").contains("not a token");
        refused("e30.e30.").contains("not a token");
    }

    private AbstractStringAssert<?> refused(String token) {
        HttpResponse<String> answer = guest().detect(token);
        Asked.refused(answer, ErrorCode.KEY_INVALID);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"dragoman\", error=\"invalid_token\"");
        return assertThat(Asked.read(answer.body()).path("detail").asText());
    }

    @Test
    void keysOfTheIssuerChangeWithoutARestart() throws InterruptedException {
        issuer().rotate();
        String token = issuer().token("ana", USE);
        awaitChangeOf(503, token);
        refused(token).contains("not one of the issuer's");

        issuer().publish();
        await(token);
    }

    @Test
    void whileTheIssuerIsGoneItsKnownKeysHold() throws InterruptedException {
        String known = issuer().token("ana", USE);
        String bad = issuer().signed(issuer().claims("ana", USE).audience("another"));
        issuer().rotate();
        String unknown = issuer().token("ana", USE);
        issuer().publish();
        issuer().close();

        assertThat(guest().detect(known).statusCode()).isEqualTo(200);
        Asked.refused(guest().detect(bad), ErrorCode.KEY_INVALID);
        awaitChangeOf(401, unknown);
        for (int i = 0; i < 3; i++) {
            Asked.refused(guest().detect(unknown), ErrorCode.KEY_UNVERIFIED);
        }

        issuer().open();
        await(unknown);
    }

    @Test
    void anIssuerThatHangsHoldsNoCall() throws InterruptedException {
        issuer().rotate();
        String token = issuer().token("ana", USE);
        issuer().publish();
        issuer().hang(true);
        awaitChangeOf(401, token);
        Asked.refused(guest().detect(token), ErrorCode.KEY_UNVERIFIED);

        issuer().hang(false);
        await(token);
    }

    @Test
    void quotasAndUseGoByTheSubject() throws InterruptedException {
        String first = issuer().token("sub-of-carla", USE);
        String second = issuer().signed(issuer().claims("sub-of-carla", USE).claim("n", 2));
        String half = "{\"texts\": [\"" + "The sea is calm. ".repeat(30) + "\"]}";

        assertThat(guest().detect(half, first).statusCode()).isEqualTo(200);
        Asked.refused(guest().detect(half, second), ErrorCode.QUOTA_EXCEEDED);
        assertThat(guest().detect(half, issuer().token("dora", USE)).statusCode()).isEqualTo(200);

        JsonNode own = Asked.read(guest().get("/v1/usage", second).body()).path("keys");
        assertThat(own).hasSize(1);
        assertThat(own.path(0).path("id").asText()).isEqualTo("sub:sub-of-carla");
        assertThat(own.path(0).path("total").path("characters").asInt()).isEqualTo(510);
        assertThat(own.path(0).path("total").path("refused").asInt()).isEqualTo(1);
        assertThat(own.path(0).path("charactersLeft").asInt()).isBetween(490, 500);
        JsonNode all = Asked.read(guest().get("/v1/usage", issuer().token("ops", ADMIN)).body());
        assertThat(StreamSupport.stream(all.path("keys").spliterator(), false))
                .extracting(key -> key.path("id").asText())
                .contains("sub:sub-of-carla", "sub:dora");
    }

    @Test
    void metricsTellWhyTokensWereRefusedAndNotWhose() throws InterruptedException {
        guest().detect(issuer().signed(issuer().claims("edda-edda", USE).audience("another")));
        guest().detect(issuer().token("edda-edda", USE));

        assertThat(guest().get("/q/metrics", "").body())
                .containsPattern("dragoman_tokens_invalid_total\\{reason=\"audience\"} [1-9]")
                .doesNotContain("edda-edda");
    }
}
