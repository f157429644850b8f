package org.dragoman.summarization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.TestModels;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelStore;
import org.dragoman.model.ModelTask;
import org.dragoman.model.Precision;
import org.dragoman.model.Wish;

/**
 * A service with the default models and a tiny BART that learned to summarise synthetic news, added
 * from its folder and held in fp32. Both are made by {@code src/test/python}.
 */
public final class TinySummarizer implements QuarkusTestProfile {
    static final String NAME = "tiny-summarizer";
    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Articles the model has not seen: text, what transformers writes, what the templates want. */
    static List<JsonNode> articles() {
        try {
            JsonNode all =
                    new ObjectMapper()
                            .readTree(RESOURCES.resolve("summarization/synthetic.json").toFile());
            return List.copyOf(all.findParents("written"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "summarizer");
            for (ModelCard card : Catalogue.bundled().cards()) {
                if (!card.preset()) {
                    continue;
                }
                Path installed = TestModels.installed(card.name()).directory();
                Files.createSymbolicLink(directory.resolve(card.name()), installed);
            }
            ModelStore store = new ModelStore(Catalogue.bundled(), directory, false, "none");
            new ModelFolders(store, List.of())
                    .add(RESOURCES.resolve("models").resolve(NAME), wish(), (model, a, b) -> {});
            return Map.of("dragoman.models.directory", directory.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wish wish() {
        return new Wish(
                Optional.of(NAME),
                Optional.of(ModelTask.SUMMARIZATION),
                Set.of(LanguageTag.ENGLISH),
                Set.of(),
                Optional.of(Precision.FP32),
                Optional.of("Apache-2.0"),
                Optional.empty());
    }
}
