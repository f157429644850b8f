package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.TinyHub;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.GenerationConfig;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStatus;
import org.dragoman.model.ModelStore;
import org.dragoman.model.ModelTask;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.Progress;
import org.dragoman.model.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of the hub, through the store and the pool, to a model in memory. */
class HubLoaderTest {
    private static final LanguageTag DE = new LanguageTag("de");
    private static final Precisions UNSAID = new Precisions(Map.of(), Optional.empty());

    @TempDir Path temporary;
    private ModelStore store;
    private ModelFolders folders;
    private ModelPool pool;

    @BeforeEach
    void anEmptyStore() {
        store = new ModelStore(new Catalogue(List.of()), temporary.resolve("models"), false, "");
        folders = new ModelFolders(store, List.of(new HubLoader()));
        pool = pool(UNSAID, 1 << 20);
    }

    @AfterEach
    void closeThePool() {
        pool.close();
    }

    @Test
    void aModelOfManyLanguagesTranslatesBetweenThoseItsTokenizerMarks() throws IOException {
        ModelCard card = add(TinyHub.translator(temporary.resolve("tiny-m2m")));

        assertThat(card.task()).isEqualTo(ModelTask.TRANSLATION);
        assertThat(card.from())
                .containsExactlyInAnyOrder(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE, DE)
                .isEqualTo(card.to());
        assertThat(pool.routes().best(DE, LanguageTag.PORTUGUESE))
                .hasValueSatisfying(route -> assertThat(route.names()).containsExactly("tiny-m2m"));
        try (Lease lease = pool.lease("tiny-m2m")) {
            assertThat(lease.model().tokenizer().encode("a b", DE, LanguageTag.ENGLISH).ids())
                    .containsExactly(5, 7, 8, 2);
            assertThat(lease.model().tokenizer().opening(LanguageTag.PORTUGUESE)).hasValue(6);
        }
    }

    @Test
    void aSummarizerIsSearchedByTheParametersOfItsTask() throws IOException {
        Path folder = TinyHub.summarizer(temporary.resolve("bart-cnn"));
        File config = folder.resolve("config.json").toFile();
        ObjectNode known = (ObjectNode) new ObjectMapper().readTree(config);
        known.putObject("task_specific_params").putObject("summarization").put("num_beams", 3);
        new ObjectMapper().writeValue(config, known);
        add(folder);

        try (Lease lease = pool.lease("bart-cnn")) {
            LoadedModel.Writing model = (LoadedModel.Writing) lease.model();
            assertThat(model.search().beam().width()).isEqualTo(3);
            assertThat(GenerationConfig.read(folder).search().beam().width()).isNotEqualTo(3);
        }
        assertThat(pool.summarizer(LanguageTag.ENGLISH)).get().isEqualTo(store.card("bart-cnn"));
    }

    @Test
    void itIsHeldInThePrecisionAskedForAndTheStatusSaysSo() throws IOException {
        add(TinyHub.translator(temporary.resolve("tiny")));

        for (Precision precision : Precision.values()) {
            try (ModelPool one = pool(Precisions.of(precision), 1 << 20);
                    Lease lease = one.lease("tiny")) {
                ModelStatus status = one.status("tiny");
                assertThat(status.precision()).isEqualTo(precision);
                assertThat(lease.model().precision()).isEqualTo(precision);
                assertThat(status.bytesInMemory()).isEqualTo(lease.model().nativeBytes());
            }
        }
    }

    @Test
    void aModelThatCannotFitIsRefusedByItsHeader() throws IOException {
        add(TinyHub.translator(temporary.resolve("tiny")));
        long needed = CheckpointSize.in(temporary.resolve("models/tiny"), Precision.FP32);

        try (ModelPool small = pool(Precisions.of(Precision.FP32), needed - 1)) {
            assertThatThrownBy(() -> small.lease("tiny")).hasMessageContaining("does not fit");
        }
    }

    @Test
    void whatIsUsualHereIsInt8AndToldBeforeTheModelIsLoaded() throws IOException {
        add(TinyHub.translator(temporary.resolve("tiny")));

        assertThat(pool.status("tiny").precision()).isEqualTo(Precision.INT8);
        try (Lease lease = pool.lease("tiny")) {
            assertThat(lease.model().precision()).isEqualTo(Precision.INT8);
        }
    }

    private ModelCard add(Path folder) {
        return folders.add(folder, Wish.NONE, Progress.NONE);
    }

    private ModelPool pool(Precisions precisions, long budget) {
        return new ModelPool(store, List.of(new HubLoader()), precisions, budget, Duration.ZERO);
    }
}
