package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelDirectoryTest {
    @Test
    void theServicesOwnHomeComesFirst() {
        assertThat(ModelBeans.directory(Map.of("DRAGOMAN_HOME", "/d", "HOME", "/h")))
                .isEqualTo(Path.of("/d/models"));
    }

    @Test
    void otherwiseModelsLieInTheUsersHome() {
        Path expected = Path.of("/h/.local/share/dragoman/models");

        assertThat(ModelBeans.directory(Map.of("HOME", "/h"))).isEqualTo(expected);
        assertThat(ModelBeans.directory(Map.of("DRAGOMAN_HOME", "", "HOME", "/h")))
                .isEqualTo(expected);
    }

    @Test
    void withoutAnEnvironmentJavasHomeIsTaken() {
        assertThat(ModelBeans.directory(Map.of()))
                .isEqualTo(
                        Path.of(System.getProperty("user.home"), ".local/share/dragoman/models"));
    }
}
