package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model is taken for which languages. */
class ModelChoiceTest {
    @TempDir Path temporary;

    @Test
    void aRegionFallsBackToItsLanguage() throws IOException {
        ModelSource source = TinyModels.folder(temporary.resolve("source"), "pt", "br", "en");
        ModelPool pool =
                TinyModels.pool(
                        TinyModels.store(
                                temporary.resolve("models"),
                                TinyModels.card("pt", source, tags("en"), tags("pt")),
                                TinyModels.card("br", source, tags("en"), tags("pt-BR")),
                                TinyModels.card("en", source, tags("en"), tags())),
                        200,
                        new TinyLoader());

        assertThat(translator(pool, "en", "pt")).isEqualTo("pt");
        assertThat(translator(pool, "en-GB", "pt-PT")).isEqualTo("pt");
        assertThat(translator(pool, "en", "pt-BR")).isEqualTo("br");
        assertThat(translator(pool, "en", "de")).isEqualTo("none");
        assertThat(translator(pool, "pt", "en")).isEqualTo("none");
        assertThat(pool.embedder(new LanguageTag("en-US"))).get().isNotNull();
        assertThat(pool.embedder(new LanguageTag("pt"))).isEmpty();
    }

    @Test
    void aModelOfOnePairComesBeforeOneOfManyAndASummarizerTranslatesNothing() throws IOException {
        ModelSource source = TinyModels.folder(temporary.resolve("source"), "all", "pair", "sum");
        ModelCard all = TinyModels.card("all", source, tags("en", "pt"), tags("en", "pt", "de"));
        ModelCard pair = TinyModels.card("pair", source, tags("pt"), tags("en"));
        ModelCard sum = summarizer("sum", pair, tags("pt", "de"));
        ModelPool pool =
                TinyModels.pool(
                        TinyModels.store(temporary.resolve("models"), all, sum, pair),
                        1,
                        new TinyLoader());

        assertThat(translator(pool, "pt", "en")).isEqualTo("pair");
        assertThat(translator(pool, "en", "pt")).isEqualTo("all");
        assertThat(translator(pool, "de", "pt")).isEqualTo("none");
        assertThat(pool.summarizer(new LanguageTag("pt-BR"))).contains(sum);
        assertThat(pool.summarizer(new LanguageTag("en"))).isEmpty();
        assertThat(all.translates(new LanguageTag("en"), new LanguageTag("de"))).isTrue();
        assertThat(all.translates(new LanguageTag("en"), new LanguageTag("en"))).isFalse();
    }

    private static ModelCard summarizer(String name, ModelCard like, Set<LanguageTag> languages) {
        return new ModelCard(
                name,
                like.family(),
                Uses.summarizing(languages, ""),
                like.files(),
                like.source(),
                like.upstream(),
                null,
                true);
    }

    @Test
    void aModelThatCannotBeHadIsNotChosen() {
        ModelCard card = TinyModels.card("one", new ModelSource.Pip(TinyModels.REQUIREMENT, 1));
        ModelStore offline = TinyModels.store(temporary, "no-such-python", false, card);
        ModelStore online = TinyModels.store(temporary, "no-such-python", true, card);

        assertThat(translator(TinyModels.pool(offline, 1, new TinyLoader()), "en", "de"))
                .isEqualTo("none");
        assertThat(translator(TinyModels.pool(online, 1, new TinyLoader()), "en", "de"))
                .isEqualTo("one");
    }

    private String translator(ModelPool pool, String from, String to) {
        return pool.routes()
                .best(new LanguageTag(from), new LanguageTag(to))
                .filter(Route::usable)
                .map(route -> String.join(" ", route.names()))
                .orElse("none");
    }

    private static Set<LanguageTag> tags(String... tags) {
        return Set.copyOf(Arrays.stream(tags).map(LanguageTag::new).toList());
    }
}
