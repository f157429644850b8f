package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminKeyTest {
    @Test
    void theKeyOfTheConfigurationIsKnown() {
        assertThat(new AdminKey(() -> Optional.of("geheim-ä")).matches("geheim-ä")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secre", "secrets", "Secret", "x", ""})
    void anotherIsNot(String text) {
        assertThat(new AdminKey(() -> Optional.of("secret")).matches(text)).isFalse();
    }

    @Test
    void withoutOneNoneIs() {
        assertThat(new AdminKey(Optional::empty).matches("")).isFalse();
    }
}
