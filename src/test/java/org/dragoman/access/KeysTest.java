package org.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KeysTest {
    @TempDir Path directory;

    @Test
    void aKeyIsFoundByItsTextAndByNoOther() {
        Keys keys = keys();
        Keys.Made made = keys.make("desk", Scope.USE, Allowance.USUAL, null);

        assertThat(made.text()).matches("drg_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
        assertThat(keys.find(made.text())).contains(made.key());
        int last = made.text().length() - 2;
        char other = made.text().charAt(last) == 'a' ? 'b' : 'a';
        String near = made.text().substring(0, last) + other + made.text().substring(last + 1);
        for (String wrong : List.of(near, "", "drg_", made.key().id(), made.text() + " ")) {
            assertThat(keys.find(wrong)).isEmpty();
        }
    }

    @Test
    void theFileDoesNotHoldTheKeyAndIsItsOwnersAlone() throws IOException {
        Keys.Made made = keys().make("desk", Scope.ADMIN, new Allowance(60L, null), null);

        String content = Files.readString(file());
        assertThat(content).contains(made.key().id()).doesNotContain(made.text().substring(17));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(keys().find(made.text())).contains(made.key());
    }

    @Test
    void anotherProcessMakesAndRevokesKeysUnderWay() throws InterruptedException {
        Keys serving = keys();
        assertThat(serving.guarding()).isFalse();

        Keys.Made made = keys().make("desk", Scope.USE, Allowance.USUAL, null);
        while (serving.find(made.text()).isEmpty()) {
            Thread.sleep(20);
        }
        keys().revoke(made.key().id());
        while (serving.find(made.text()).isPresent()) {
            Thread.sleep(20);
        }
        // Who takes the last key away does not mean to let everybody in.
        assertThat(serving.guarding()).isTrue();
        assertThat(keys().guarding()).isTrue();
    }

    @Test
    void aKeyExpires() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        Keys.Made made = at(now).make("desk", Scope.USE, Allowance.USUAL, Duration.ofDays(2));

        assertThat(at(now.plus(Duration.ofHours(47))).find(made.text())).isPresent();
        assertThat(at(now.plus(Duration.ofDays(2))).find(made.text())).isEmpty();
        assertThat(at(now.plus(Duration.ofDays(2))).guarding()).isTrue();
    }

    @Test
    void aBrokenFileIsRefusedAtTheStartAndOverlookedLater() throws Exception {
        Keys serving = keys();
        Keys.Made made = serving.make("desk", Scope.USE, Allowance.USUAL, null);
        Files.writeString(file(), "{\"keys\": [{\"id\": \"x\"}]}");

        assertThatThrownBy(this::keys)
                .isInstanceOf(DragomanException.class)
                .hasMessageContaining("keys.json");
        Thread.sleep(1100);
        assertThat(serving.find(made.text())).isPresent();
    }

    @Test
    void aFileThatIsGoneLetsNobodyElseIn() throws Exception {
        Keys serving = keys();
        Keys.Made made = serving.make("desk", Scope.USE, Allowance.USUAL, null);
        Files.delete(file());

        Thread.sleep(1100);
        assertThat(serving.guarding()).isTrue();
        assertThat(serving.find(made.text())).isPresent();
    }

    @Test
    void keysMadeAtTheSameTimeAreAllKept() {
        List<CompletableFuture<Keys.Made>> making =
                IntStream.range(0, 20)
                        .mapToObj(
                                i -> CompletableFuture.supplyAsync(() -> made(keys(), "desk " + i)))
                        .toList();
        List<String> ids = making.stream().map(each -> each.join().key().id()).toList();

        assertThat(keys().all()).extracting(ApiKey::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static Keys.Made made(Keys keys, String name) {
        return keys.make(name, Scope.USE, Allowance.USUAL, null);
    }

    @Test
    void whatIsNotThereCannotBeRevoked() {
        assertThatThrownBy(() -> keys().revoke("0123456789ab"))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void namesAndQuotasThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> keys().make(" ", Scope.USE, Allowance.USUAL, null))
                .hasFieldOrPropertyWithValue("code", ErrorCode.INVALID_FIELD);
        assertThatThrownBy(() -> keys().make("a\nb", Scope.USE, Allowance.USUAL, null))
                .hasFieldOrPropertyWithValue("code", ErrorCode.INVALID_FIELD);
        assertThatThrownBy(() -> new Allowance(0L, null))
                .hasFieldOrPropertyWithValue("code", ErrorCode.INVALID_FIELD);
        assertThat(keys().guarding()).isFalse();
    }

    private Path file() {
        return directory.resolve("data").resolve("keys.json");
    }

    private Keys keys() {
        return new Keys(file(), json(), Clock.systemUTC());
    }

    private Keys at(Instant now) {
        return new Keys(file(), json(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Bounded as for requests: that is not to matter. */
    static ObjectMapper json() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        json.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxTokenCount(100).build());
        return json;
    }
}
