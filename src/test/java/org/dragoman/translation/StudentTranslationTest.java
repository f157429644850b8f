package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.TinyStudents;
import org.dragoman.inference.Batcher;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.InferenceSettings;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.torch.BergamotLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text through a student of two vocabularies and all that stands around it. */
class StudentTranslationTest {
    private static final List<String> TEXTS =
            List.of(
                    "Rain.",
                    "The minister said on Monday that the bridge, which was built in 1932, would be"
                            + " closed for two years while its cables are replaced.",
                    "The first is here. The second is there.\n\nAnd a third one ends.",
                    "Who pays?");

    @TempDir Path models;
    private Batcher batcher;
    private ModelPool pool;

    @BeforeEach
    void start() throws IOException {
        TinyStudents.install(
                models.resolve("en-de"),
                "en",
                "de",
                new TinyStudents.Shape(256, 1536, 2, false, true, true));
        pool =
                new ModelPool(
                        new ModelStore(new Catalogue(List.of()), models, false, "none"),
                        List.of(new BergamotLoader()),
                        Precisions.of(Precision.INT8),
                        64L << 20,
                        Duration.ofSeconds(10));
        batcher = new Batcher(settings(), new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        batcher.close();
        pool.close();
    }

    @Test
    void textsAreTranslatedTogetherAsAlone() {
        List<String> together = translated(TEXTS);
        assertThat(together).isEqualTo(TEXTS.stream().map(TinyStudents::answer).toList());
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(translated(TEXTS.subList(i, i + 1))).containsExactly(together.get(i));
        }
    }

    private List<String> translated(List<String> texts) {
        Translator translator =
                new Translator(
                        new Relays(pool, batcher, new ClauseSplitter(), () -> 80),
                        new SentenceSplitter(),
                        (source, target) -> Guards.Guard.NONE);
        List<SourceText> sources =
                texts.stream().map(text -> new SourceText(text, LanguageTag.ENGLISH)).toList();
        List<String> answers = new ArrayList<>();
        translator
                .texts(
                        sources,
                        Wanted.flagged(List.of(new LanguageTag("de"))),
                        Deadline.after(Duration.ofMinutes(1)))
                .versions()
                .forEach(one -> answers.add(((TextVersion.Written) one.get(0)).text()));
        return answers;
    }

    private static InferenceSettings settings() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InferenceSettings.class)
                .build()
                .getConfigMapping(InferenceSettings.class);
    }
}
