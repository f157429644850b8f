package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.model.RouteModels.card;
import static org.dragoman.model.RouteModels.tag;
import static org.dragoman.model.RouteModels.tags;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way a text takes from language to language. */
class RouteGraphTest {
    private final RouteModels models = new RouteModels();

    @Test
    void aModelOfThePairGoesBeforeTheWayThroughEnglish() {
        models.here("pt-en", "pt", "en", 0.9);
        models.here("en-de", "en", "de", 0.9);
        assertThat(models.way("pt", "de")).isEqualTo("pt-en en-de");

        models.here("pt-de", "pt", "de", 0.8);
        assertThat(models.way("pt", "de")).isEqualTo("pt-de");
    }

    @Test
    void aWayThroughAPivotThatIsClearlyBetterIsTakenInPlaceOfADirectOne() {
        models.here("pt-en", "pt", "en", 0.9);
        models.here("en-de", "en", "de", 0.9);
        models.here("good", "pt", "de", 0.81 - RouteGraph.MARGIN);
        models.here("bad", "pt", "fr", 0.75);
        models.here("en-fr", "en", "fr", 0.9);

        assertThat(models.way("pt", "de")).isEqualTo("good");
        assertThat(models.way("pt", "fr")).isEqualTo("pt-en en-fr");
    }

    @Test
    void aWayThatCanBeGoneNowGoesBeforeABetterOneFromTheCatalogue() {
        models.here("pt-en", "pt", "en", 0.6);
        models.here("en-de", "en", "de", 0.6);
        models.catalogue("pt-de", "pt", "de", 0.99);
        assertThat(models.way("pt", "de")).isEqualTo("pt-en en-de");
    }

    @Test
    void whatIsMissingForTheBestWayIsTold() {
        models.here("one", "pt", "en", 0.9);
        models.catalogue("two", "en", "de", 0.9);
        models.catalogue("three", "fr", "en", 0.9);
        assertThat(models.best("pt", "de"))
                .get()
                .extracting(Route::wanted)
                .isEqualTo(List.of("en-de"));
        assertThat(models.best("fr", "de"))
                .get()
                .extracting(Route::wanted)
                .isEqualTo(List.of("fr-en", "en-de"));
        assertThat(models.best("pt", "de")).get().extracting(Route::usable).isEqualTo(false);
        assertThat(models.best("pt", "tr")).isEmpty();
    }

    @Test
    void theBestPublishedVariantThatIsOnDiskIsTaken() {
        models.here("tiny", "en", "de", 0.86);
        models.here("middle", "en", "de", 0.87);
        models.catalogue("large", "en", "de", 0.9);
        assertThat(models.way("en", "de")).isEqualTo("middle");
        models.here("as-good-and-smaller-to-name", "en", "de", 0.87);
        assertThat(models.way("en", "de")).isEqualTo("as-good-and-smaller-to-name");
    }

    @Test
    void aModelWithoutAFigureIsTakenForWhatIsUsualOfItsKind() {
        models.add(card("pair", "marian", tags("en"), tags("de"), null), Reach.INSTALLED);
        models.add(
                card("many", "m2m", tags("en", "de", "pt"), tags("en", "de", "pt"), null),
                Reach.INSTALLED);
        assertThat(models.way("en", "de")).isEqualTo("pair");
        assertThat(models.way("de", "en")).isEqualTo("many");
        assertThat(models.way("de", "pt")).isEqualTo("many");

        models.add(card("student", "bergamot", tags("en"), tags("de"), null), Reach.INSTALLED);
        assertThat(models.way("en", "de")).isEqualTo("student");
        models.here("published", "en", "de", 0.87);
        assertThat(models.way("en", "de")).isEqualTo("published");
    }

    @Test
    void aRegionIsServedByItsLanguageAndAnotherScriptIsAnotherLanguage() {
        models.here("zh-en", "zh", "en", 0.9);
        models.here("sr-en", "sr", "en", 0.9);
        models.here("en-pt", "en", "pt", 0.9);
        models.here("en-br", "en", "pt-BR", 0.9);

        assertThat(models.way("zh-CN", "pt-PT")).isEqualTo("zh-en en-pt");
        assertThat(models.way("zh-CN", "pt-BR")).isEqualTo("zh-en en-br");
        assertThat(models.best("zh-CN", "pt-BR"))
                .get()
                .extracting(Route::hops)
                .asString()
                .contains("zh-CN");
        assertThat(models.best("zh-TW", "en")).isEmpty();
        assertThat(models.best("zh-Hant", "en")).isEmpty();
        assertThat(models.best("sr-Latn", "en")).isEmpty();
        assertThat(models.best("pt", "pt-BR")).isEmpty();
        assertThat(models.best("en-GB", "en")).isEmpty();
    }

    @Test
    void everyPairIsListedOnceByTag() {
        models.here("pt-en", "pt", "en", 0.9);
        models.here("en-de", "en", "de", 0.9);
        models.catalogue("en-pt", "en", "pt", 0.9);
        RouteGraph graph = models.graph(RouteRules.USUAL);

        assertThat(graph.sources()).containsExactly(tag("en"), tag("pt"));
        assertThat(graph.from(tag("pt")).stream().map(Route::names))
                .containsExactly(List.of("pt-en", "en-de"), List.of("pt-en"));
        assertThat(graph.from(tag("en")).stream().map(Route::reach))
                .containsExactly(Reach.INSTALLED, Reach.CATALOGUE);
    }
}
