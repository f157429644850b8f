package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.dragoman.access.Allowance;
import org.dragoman.access.ApiKey;
import org.dragoman.access.Scope;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void theKeyPassesWhateverTheCaseOfItsScheme(String scheme) {
        assertThatCode(() -> key("geheim-ä").require(scheme + "geheim-ä"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer secre", "Bearer secrets", "Bearer Secret", "Bearer x"})
    void anotherKeyDoesNot(String authorization) {
        refused(key("secret"), authorization, ErrorCode.KEY_INVALID);
    }

    @Test
    void noKeyIsAskedFor() {
        refused(key("secret"), null, ErrorCode.KEY_MISSING);
        refused(key("secret"), "secret", ErrorCode.KEY_MISSING);
        refused(key("secret"), "Bearersecret", ErrorCode.KEY_MISSING);
    }

    @Test
    void withoutAnyKeyNobodyAdministers() {
        refused(
                new AdminKey(Optional::empty, text -> Optional.empty()),
                "Bearer secret",
                ErrorCode.KEY_INVALID);
        refused(
                new AdminKey(Optional::empty, text -> Optional.empty()),
                null,
                ErrorCode.KEY_MISSING);
    }

    @Test
    void aKeyWithTheScopeAdministersAndOneForUseDoesNot() {
        AdminKey keys =
                new AdminKey(
                        Optional::empty,
                        text ->
                                text.equals("secret admin")
                                        ? Optional.of(key(Scope.ADMIN))
                                        : Optional.of(key(Scope.USE)));
        assertThatCode(() -> keys.require("Bearer secret admin")).doesNotThrowAnyException();
        refused(keys, "Bearer secret use", ErrorCode.KEY_FORBIDDEN);
    }

    private static ApiKey key(Scope scope) {
        return new ApiKey(
                "0123456789ab",
                "desk",
                "0".repeat(64),
                scope,
                Allowance.USUAL,
                Instant.EPOCH,
                null);
    }

    private static AdminKey key(String key) {
        return new AdminKey(() -> Optional.of(key), text -> Optional.empty());
    }

    private static void refused(AdminKey key, @Nullable String authorization, ErrorCode code) {
        assertThatThrownBy(() -> key.require(authorization))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageNotContaining("secret");
    }
}
