package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.dragoman.model.RouteModels.card;
import static org.dragoman.model.RouteModels.rules;
import static org.dragoman.model.RouteModels.tag;
import static org.dragoman.model.RouteModels.tags;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

/** What an operator can say of the way texts take. */
class RouteRulesTest {
    private final RouteModels models = new RouteModels();

    @Test
    void pivotsAndTheirNumberAreConfigured() {
        models.here("pt-es", "pt", "es", 0.9);
        models.here("es-en", "es", "en", 0.9);
        models.here("en-de", "en", "de", 0.9);
        models.here("es-fr", "es", "fr", 0.9);

        assertThat(models.best("pt", "fr")).isEmpty();
        assertThat(models.way(rules(2, "es"), "pt", "fr")).isEqualTo("pt-es es-fr");
        assertThat(models.graph(rules(2, "es", "en")).best(tag("pt"), tag("de"))).isEmpty();
        assertThat(models.way(rules(3, "es", "en"), "pt", "de")).isEqualTo("pt-es es-en en-de");
        assertThat(models.graph(rules(2)).best(tag("es"), tag("de"))).isEmpty();
        assertThat(models.graph(rules(1, "en")).best(tag("es"), tag("de"))).isEmpty();
    }

    @Test
    void aPrescribedRouteGoesBeforeEverything() {
        models.here("pt-en", "pt", "en", 0.9);
        models.here("pt-en-small", "pt", "en", 0.5);
        models.here("en-de", "en", "de", 0.9);
        models.here("pt-de", "pt", "de", 0.9);
        models.add(card("many", "m2m", tags("es", "de"), tags("es", "de"), null), Reach.INSTALLED);
        models.here("pt-es", "pt", "es", 0.9);

        assertThat(prescribed("pt-de", "pt-en,en-de")).isEqualTo("pt-en en-de");
        assertThat(prescribed("pt-de", "pt-en-small,en-de")).isEqualTo("pt-en-small en-de");
        assertThat(prescribed("pt-de", "pt-es,many")).isEqualTo("pt-es many");
        assertThat(prescribed("pt:de", "many")).isEqualTo("none");
        assertThat(prescribed("pt-de", "pt-en,en-fr")).isEqualTo("none");
        assertThat(prescribed("pt-de", "not-known")).isEqualTo("none");
        assertThat(prescribed("fr-de", "not-known")).isEqualTo("pt-de");
        assertThat(prescribed("pt-PT:de", "pt-en,en-de")).isEqualTo("pt-de");
    }

    @Test
    void aPrescribedRouteServesTheRegionsOfItsLanguages() {
        models.here("pt-en", "pt", "en", 0.9);
        models.here("en-de", "en", "de", 0.9);
        models.here("pt-de", "pt", "de", 0.9);
        RouteRules rules = prescription("pt-de", "pt-en,en-de");
        assertThat(models.way(rules, "pt-BR", "de-AT")).isEqualTo("pt-en en-de");
    }

    @Test
    void aPairThatIsNoneIsRefused() {
        for (String pair : List.of("pt", "pt-de-fr", "pt:", "", "pt->de", "1-2")) {
            assertThat(Ends.parse(pair)).as(pair).isEmpty();
        }
        assertThat(Ends.parse("pt-BR:zh-Hant")).contains(new Ends(tag("pt-BR"), tag("zh-Hant")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteRules.of(new Configured(Map.of("pt", List.of("pt-de")))))
                .withMessageContaining("dragoman.translation.routes");
    }

    private record Configured(Map<String, List<String>> routes) implements RoutesConfig {
        @Override
        public Optional<List<LanguageTag>> pivots() {
            return Optional.of(List.of(LanguageTag.ENGLISH));
        }

        @Override
        public int hops() {
            return 2;
        }
    }

    private static RouteRules prescription(String pair, String steps) {
        return RouteRules.of(new Configured(Map.of(pair, List.of(steps.split(",")))));
    }

    private String prescribed(String pair, String steps) {
        return models.way(prescription(pair, steps), "pt", "de");
    }
}
