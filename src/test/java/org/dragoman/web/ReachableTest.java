package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelSource;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be translated into what, where models overlap. */
class ReachableTest {
    @TempDir Path directory;

    @Test
    void aPairIsToldOnceByTheModelThatWouldTranslateIt() throws IOException {
        ModelCard many = card("many", Uses.translating(tags("en", "de", "pt"), tags("en", "pt")));
        ModelCard pair = card("pair", Uses.translating(tags("en"), tags("pt")));
        ModelCard sum = card("sum", Uses.summarizing(tags("fr"), ""));
        for (String installed : List.of("many", "sum")) {
            Files.createDirectories(directory.resolve(installed));
            Files.writeString(directory.resolve(installed).resolve("weights"), "abc");
        }

        assertThat(told(many, pair, sum))
                .containsExactly(
                        "de en by many INSTALLED",
                        "de pt by many INSTALLED",
                        "en pt by many INSTALLED",
                        "pt en by many INSTALLED");

        Files.createDirectories(directory.resolve("pair"));
        Files.writeString(directory.resolve("pair/weights"), "abc");
        assertThat(told(many, pair, sum)).contains("en pt by pair INSTALLED").hasSize(4);
    }

    private List<String> told(ModelCard... cards) {
        ModelStore store = new ModelStore(new Catalogue(List.of(cards)), directory, false, "");
        try (ModelPool pool =
                new ModelPool(store, List.of(), Precisions.of(Precision.INT8), 1, Duration.ZERO)) {
            return new Reachable(pool)
                    .languages(Locale.ENGLISH, Reachable.Scope.ALL).stream()
                            .flatMap(
                                    source ->
                                            source.targets().stream()
                                                    .map(target -> line(source, target)))
                            .toList();
        }
    }

    private static String line(Reachable.Source source, Reachable.Target target) {
        return source.code()
                + " "
                + target.code()
                + " by "
                + String.join(",", target.route())
                + " "
                + target.state();
    }

    private static ModelCard card(String name, Uses uses) {
        return new ModelCard(
                name,
                "none",
                uses,
                List.of(new ModelFile(ModelFile.Role.WEIGHTS, "weights", "", "0".repeat(64), 3)),
                new ModelSource.Pip("none==0", 1),
                new Upstream("", "1", "none", null),
                null,
                false);
    }

    private static Set<LanguageTag> tags(String... tags) {
        return Set.copyOf(Arrays.stream(tags).map(LanguageTag::new).toList());
    }
}
