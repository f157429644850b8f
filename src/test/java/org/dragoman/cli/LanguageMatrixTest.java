package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Upstream;
import org.dragoman.web.Reachable;
import org.dragoman.web.Reachable.Target.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be translated into what, as a person sees it. */
class LanguageMatrixTest {
    private static final List<Reachable.Source> LANGUAGES =
            List.of(
                    source(
                            "en",
                            "English",
                            target("de", State.CATALOGUE, 0.8651, "en-de"),
                            target("pt", State.INSTALLED, null, "en-pt")),
                    source(
                            "pt",
                            "Portuguese",
                            target("de", State.CATALOGUE, null, "pt-en", "en-de"),
                            target("en", State.INSTALLED, null, "pt-en"),
                            target("zh-Hant", State.INSTALLED, null, "pt-en", "en-zh")));

    @Test
    void everyPairHasItsSignUnderTheTagOfItsTarget() {
        assertThat(new LanguageMatrix(LANGUAGES, Signs.UNICODE).render().lines().limit(9))
                .containsExactly(
                        "         z",
                        "         h",
                        "         -",
                        "         H",
                        "         a",
                        "   d e p n",
                        "   e n t t",
                        "en +   ●",
                        "pt · ●   ○");
        assertThat(new LanguageMatrix(LANGUAGES, Signs.ASCII).render().lines().skip(7).limit(2))
                .containsExactly("en +   #", "pt . #   o");
    }

    @Test
    void thePublishedQualityOfSingleModelsIsListed() {
        assertThat(new LanguageMatrix(LANGUAGES, Signs.ASCII).render())
                .containsPattern("(?m)^  en → de +COMET 0.8651  BLEU 40.0  en-de$")
                .doesNotContain("pt → de");
    }

    @Test
    void aMatrixThatIsWiderThanATerminalIsBroken() {
        Reachable.Target[] many =
                IntStream.range(0, 100)
                        .mapToObj(i -> "" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                        .map(tag -> target(tag, State.INSTALLED, null, "m"))
                        .toArray(Reachable.Target[]::new);
        List<Reachable.Source> wide = new ArrayList<>(List.of(source("zz", "Zz", many)));
        String drawn = new LanguageMatrix(wide, Signs.ASCII).render();
        assertThat(drawn.lines().takeWhile(line -> !line.startsWith("Rows")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(drawn.lines().filter(line -> line.startsWith("zz"))).hasSize(3);
        assertThat(drawn.chars().filter(sign -> sign == '#').count()).isEqualTo(101);
    }

    @Test
    void aLineGroupsTheTargetsOfASource() {
        assertThat(LanguageLine.of(LANGUAGES.get(1)))
                .isEqualTo("pt  Portuguese → en; by pivot zh-Hant; by pivot from the catalogue de");
        assertThat(LanguageLine.of(LANGUAGES.get(0)))
                .isEqualTo("en  English → pt; from the catalogue de");
    }

    private static Reachable.Source source(String tag, String name, Reachable.Target... targets) {
        return new Reachable.Source(new LanguageTag(tag), name, List.of(targets));
    }

    /**
     * javac 17 leaves the annotation of a compact constructor's parameter out of the class file.
     */
    @SuppressWarnings("NullAway")
    private static Reachable.Target target(
            String tag, State state, @Nullable Double comet, String... route) {
        return new Reachable.Target(
                new LanguageTag(tag),
                Arrays.asList(route),
                state,
                comet == null ? null : new Upstream.Published(40.0, comet));
    }
}
