package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dragoman.TinyHub;
import org.dragoman.inference.Batcher;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.inference.InferenceSettings;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.Lease;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precisions;
import org.dragoman.model.Progress;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;
import org.dragoman.model.Wish;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.translation.Guards;
import org.dragoman.translation.Relays;
import org.dragoman.translation.SourceText;
import org.dragoman.translation.Status;
import org.dragoman.translation.TextVersion;
import org.dragoman.translation.Translated;
import org.dragoman.translation.Translator;
import org.dragoman.translation.Wanted;
import org.dragoman.web.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One model, many pairs: a translation through a folder of M2M100. */
class ManyLanguagesTest {
    private static final LanguageTag DE = new LanguageTag("de");

    @TempDir Path temporary;
    private final List<String> sent = new ArrayList<>();

    @Test
    void eachPairOfACallIsMarkedInItsSourceAndForcedInItsTarget() throws IOException {
        try (ModelPool pool = pool();
                Batcher batcher = new Batcher(settings(), new SimpleMeterRegistry())) {
            Translator translator =
                    new Translator(
                            new Relays(pool, new Noted(batcher), new ClauseSplitter(), () -> 40),
                            new SentenceSplitter(),
                            (source, target) -> Guards.Guard.NONE);
            Translated<List<TextVersion>> answer =
                    translator.texts(
                            List.of(text("a b", LanguageTag.ENGLISH), text("c", DE)),
                            Wanted.flagged(List.of(new LanguageTag("pt-BR"), DE)),
                            Deadline.after(Duration.ofMinutes(5)));

            assertThat(sent)
                    .containsExactlyInAnyOrder(
                            "[4, 7, 8, 2] begins with 6",
                            "[4, 7, 8, 2] begins with 5",
                            "[5, 9, 2] begins with 6");
            assertThat(answer.models()).extracting(Provenance.Used::name).containsExactly("tiny");
            assertThat(answer.versions().get(1).get(1).status()).isEqualTo(Status.SAME_LANGUAGE);
            assertThat(answer.versions().get(0))
                    .extracting(TextVersion::status)
                    .containsOnly(Status.TRANSLATED);
        }
    }

    private static SourceText text(String text, LanguageTag language) {
        return new SourceText(text, language);
    }

    private ModelPool pool() throws IOException {
        List<HubLoader> loaders = List.of(new HubLoader());
        ModelStore store =
                new ModelStore(new Catalogue(List.of()), temporary.resolve("models"), false, "");
        new ModelFolders(store, List.copyOf(loaders))
                .add(TinyHub.translator(temporary.resolve("tiny")), Wish.NONE, Progress.NONE);
        return new ModelPool(
                store,
                List.copyOf(loaders),
                new Precisions(Map.of(), Optional.empty()),
                1 << 20,
                Duration.ofSeconds(10));
    }

    private static InferenceSettings settings() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InferenceSettings.class)
                .withDefaultValue("dragoman.inference.workers", "1")
                .build()
                .getConfigMapping(InferenceSettings.class);
    }

    /** Notes what is sent on. */
    private final class Noted implements Inference {
        private final Inference inference;

        Noted(Inference inference) {
            this.inference = inference;
        }

        @Override
        public List<CompletableFuture<Generated>> generate(
                Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
            int first = options.forced().first().orElseThrow();
            rows.forEach(row -> sent.add(Arrays.toString(row.source()) + " begins with " + first));
            return inference.generate(lease, rows, options, deadline);
        }

        @Override
        public List<CompletableFuture<float[]>> embed(
                Lease lease, List<Tokens> rows, Deadline deadline) {
            return inference.embed(lease, rows, deadline);
        }
    }
}
