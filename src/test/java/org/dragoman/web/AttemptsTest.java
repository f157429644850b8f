package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.dragoman.failure.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of who sends many keys that are not valid. */
@QuarkusTest
@TestProfile(Hardened.class)
@Timeout(60)
class AttemptsTest {
    @TestHTTPResource(value = "/", tls = true)
    URI service = URI.create("https://localhost");

    @ConfigProperty(name = "quarkus.http.ssl.certificate.files")
    Path chain = Path.of("cert.pem");

    @Test
    void whoSendsManyHearsWhenToTryAgain() {
        Guest guest = pastItsLimit();

        HttpResponse<String> refused = guest.detect("drg_another");
        Asked.refused(refused, ErrorCode.ATTEMPTS_EXCEEDED);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60 / Hardened.WRONG_KEYS);
        Asked.refused(new Guest(service, chain).detect("drg_another"), ErrorCode.KEY_INVALID);
    }

    @Test
    void aKeyThatIsValidIsTakenFromAnAddressPastItsLimit() {
        String key = Guest.key(service, chain);

        assertThat(pastItsLimit().detect(key).statusCode()).isEqualTo(200);
    }

    @Test
    void theKeyThatSomebodyChoseIsNotSinceItCouldBeGuessed() {
        Guest guest = pastItsLimit();

        Asked.refused(guest.get("/v1/keys", Hardened.ADMIN_KEY), ErrorCode.ATTEMPTS_EXCEEDED);
        assertThat(new Guest(service, chain).get("/v1/keys", Hardened.ADMIN_KEY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theyAreCountedWithoutTheAddress() {
        Guest guest = pastItsLimit();
        guest.detect("drg_another");

        assertThat(guest.get("/q/metrics", "").body())
                .containsPattern("dragoman_problems_total\\{code=\"attempts-exceeded\"} [1-9]")
                .doesNotContain(guest.address());
    }

    private Guest pastItsLimit() {
        Guest guest = new Guest(service, chain);
        for (int i = 0; i < Hardened.WRONG_KEYS; i++) {
            Asked.refused(guest.detect("drg_" + i), ErrorCode.KEY_INVALID);
        }
        return guest;
    }
}
