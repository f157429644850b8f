package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who decides how a model is held. */
class PrecisionsTest {
    private final ModelLoader loader =
            new TinyLoader() {
                @Override
                public Set<Precision> precisions(ModelCard card) {
                    return Set.of(Precision.INT8, Precision.FP32);
                }
            };

    @Test
    void theCardGoesBeforeTheModelsConfigurationAndThatBeforeTheOneForAll() {
        Precisions both = new Precisions(Map.of("a", Precision.FP32), Optional.of(Precision.INT8));

        assertThat(choose(both, "a", Precision.INT8).reason()).contains("card");
        assertThat(choose(both, "a", Precision.INT8).precision()).isEqualTo(Precision.INT8);
        assertThat(choose(both, "a", null).precision()).isEqualTo(Precision.FP32);
        assertThat(choose(both, "a", null).reason()).contains("dragoman.models.precisions");
        assertThat(choose(Precisions.of(Precision.FP32), "b", null).precision())
                .isEqualTo(Precision.FP32);
        assertThat(choose(new Precisions(Map.of(), Optional.empty()), "b", null))
                .isEqualTo(new PrecisionChoice(Precision.INT8, "it is tiny"));
    }

    @Test
    void whatTheFamilyCannotDoIsRefusedForOneModelAndGivesWayForAll() {
        Precisions own = new Precisions(Map.of("a", Precision.BF16), Optional.empty());

        assertThatThrownBy(() -> choose(own, "a", null))
                .isInstanceOf(DragomanException.class)
                .hasMessageContaining("family tiny cannot be held in bf16")
                .hasMessageContaining("dragoman.models.precisions")
                .hasMessageContaining("int8, fp32");
        assertThatThrownBy(() -> choose(own, "b", Precision.BF16)).hasMessageContaining("card");

        PrecisionChoice usual = choose(Precisions.of(Precision.BF16), "a", null);
        assertThat(usual.precision()).isEqualTo(Precision.INT8);
        assertThat(usual.reason()).isEqualTo("it is tiny; it cannot be held in bf16");
    }

    private PrecisionChoice choose(
            Precisions precisions, String name, @Nullable Precision precision) {
        ModelCard like = TinyModels.card(name, new ModelSource.Folder(Path.of("x")));
        return precisions.choose(
                new ModelCard(
                        name,
                        like.family(),
                        like.uses(),
                        like.files(),
                        like.source(),
                        like.upstream(),
                        precision,
                        false),
                loader);
    }
}
