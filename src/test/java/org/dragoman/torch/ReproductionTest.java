package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dragoman.TestModels;
import org.dragoman.TinyHub;
import org.dragoman.generation.Decoding;
import org.dragoman.inference.Batcher;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.InferenceSettings;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.GenerationConfig;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precisions;
import org.dragoman.model.Progress;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Wish;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.translation.Guards;
import org.dragoman.translation.Relays;
import org.dragoman.translation.SourceText;
import org.dragoman.translation.TextVersion;
import org.dragoman.translation.Translated;
import org.dragoman.translation.Translator;
import org.dragoman.translation.Wanted;
import org.dragoman.web.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer's provenance names is enough to make the answer again, by the ports alone. */
class ReproductionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LanguageTag PORTUGUESE = new LanguageTag("pt");

    @TempDir Path temporary;

    @Test
    void aStudentsAnswerIsMadeAgain() throws IOException {
        assertMadeAgain(TestModels.store(), new BergamotLoader(), "The ferry leaves at noon.");
    }

    @Test
    void anAnswerOfBeamSearchIsMadeAgain() throws IOException {
        HubLoader loader = new HubLoader();
        ModelStore store =
                new ModelStore(new Catalogue(List.of()), temporary.resolve("models"), false, "");
        new ModelFolders(store, List.of(loader))
                .add(TinyHub.translator(temporary.resolve("tiny")), Wish.NONE, Progress.NONE);
        assertMadeAgain(store, loader, "c o d");
    }

    private void assertMadeAgain(ModelStore store, ModelLoader loader, String text)
            throws IOException {
        Translated<List<TextVersion>> answer = translated(store, loader, text);
        TextVersion.Written version = (TextVersion.Written) answer.versions().get(0).get(0);
        assertThat(answer.models()).hasSize(1);
        Provenance.Used used = answer.models().get(0);
        ModelCard card = store.card(used.name());
        assertThat(card.revision()).isEqualTo(used.revision());
        assertThat(ModelFile.fingerprint(card.files())).isEqualTo(used.sha256());
        try (LoadedModel.Writing model =
                (LoadedModel.Writing) loader.load(store.installed(used.name()), used.precision())) {
            assertThat(version.segments()).hasSize(1);
            assertThat(written(model, used, text)).isNotEmpty().isEqualTo(version.text());
        }
    }

    private static Translated<List<TextVersion>> translated(
            ModelStore store, ModelLoader loader, String text) {
        Precisions usual = new Precisions(Map.of(), Optional.empty());
        try (ModelPool pool =
                        new ModelPool(
                                store, List.of(loader), usual, 64L << 20, Duration.ofSeconds(10));
                Batcher batcher = new Batcher(settings(), new SimpleMeterRegistry())) {
            return new Translator(
                            new Relays(pool, batcher, new ClauseSplitter(), () -> 80),
                            new SentenceSplitter(),
                            (source, target) -> Guards.Guard.NONE)
                    .texts(
                            List.of(new SourceText(text, LanguageTag.ENGLISH)),
                            Wanted.flagged(List.of(PORTUGUESE)),
                            Deadline.after(Duration.ofMinutes(1)));
        }
    }

    private static InferenceSettings settings() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InferenceSettings.class)
                .withDefaultValue("dragoman.inference.workers", "1")
                .build()
                .getConfigMapping(InferenceSettings.class);
    }

    private String written(LoadedModel.Writing model, Provenance.Used used, String text)
            throws IOException {
        SearchOptions search = search(model.search().ids(), Objects.requireNonNull(used.search()));
        OptionalInt opening = model.tokenizer().opening(PORTUGUESE);
        if (opening.isPresent()) {
            search = search.beginningWith(opening.getAsInt());
        }
        int[] source = model.tokenizer().encode(text, LanguageTag.ENGLISH, PORTUGUESE).ids();
        int[] start = search.ids().start().stream().toArray();
        List<Prompt> row = List.of(new Prompt(source, start, new int[0]));
        int[] ids =
                new Decoding(8).search(model.model(), row, search, any -> true).get(0).get(0).ids();
        return model.tokenizer().decode(ids).strip();
    }

    /** A search of these ids by the options that are named, as a generation config has them. */
    private SearchOptions search(SearchOptions.Ids ids, Map<String, Object> options)
            throws IOException {
        if (ids.start().isEmpty()) {
            assertThat(options).isEmpty();
            return SearchOptions.greedy(ids.ends().get(0), ids.pad());
        }
        ObjectNode config = JSON.createObjectNode();
        config.put("decoder_start_token_id", ids.start().getAsInt());
        config.put("eos_token_id", ids.ends().get(0)).put("pad_token_id", ids.pad());
        options.forEach((name, value) -> config.set(snakeCase(name), JSON.valueToTree(value)));
        Path folder = Files.createDirectories(temporary.resolve("config"));
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("generation_config.json"), config.toString());
        assertThat(options).containsEntry("numBeams", 5);
        return GenerationConfig.read(folder).search();
    }

    private static String snakeCase(String name) {
        return Stream.of(name.split("(?=\\p{Upper})"))
                .map(String::toLowerCase)
                .reduce((before, after) -> before + "_" + after)
                .orElseThrow();
    }
}
