package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which sizes of which models are taken for pairs of languages. */
class VariantsTest {
    private static final long MEGA = 1_000_000;

    @Test
    void theBestHasTheHighestCometThenBleuThenIsTheLargest() {
        Variants variants =
                new Variants(
                        List.of(
                                student("en-ru-tiny", 17, 30.0, 0.85),
                                student("en-ru-base", 43, 31.0, 0.88),
                                student("en-ru-base-memory", 31, 32.0, 0.88),
                                student("en-tr-tiny", 17, null, null),
                                student("en-tr-base", 43, null, null),
                                student("en-tr-base-memory", 31, 20.0, null)));

        assertThat(names(variants.of(pair("en", "ru"))))
                .containsExactly("en-ru-base-memory", "en-ru-base", "en-ru-tiny");
        assertThat(names(variants.of(pair("en", "tr"))))
                .containsExactly("en-tr-base-memory", "en-tr-base", "en-tr-tiny");
        assertThat(variants.of(pair("ru", "en"))).isEmpty();
    }

    @Test
    void regionsAndOldCodesFindTheirLanguageAndScriptsStayApart() {
        Variants variants =
                new Variants(
                        List.of(
                                student("en-pt-tiny", 17, 49.0, 0.89),
                                student("en-he-tiny", 17, 40.0, 0.85),
                                student("en-zh-base", 43, 37.0, 0.86),
                                student("nb-en-tiny", 17, 40.0, 0.85)));

        assertThat(names(variants.of(pair("en-GB", "pt-BR")))).containsExactly("en-pt-tiny");
        assertThat(names(variants.of(pair("en", "iw")))).containsExactly("en-he-tiny");
        assertThat(names(variants.of(pair("no", "en")))).containsExactly("nb-en-tiny");
        assertThat(variants.of(pair("en", "zh-TW"))).isEmpty();
        assertThat(variants.targets(new LanguageTag("en-US")))
                .extracting(LanguageTag::value)
                .containsExactly("he", "pt", "zh");
        assertThat(variants.sources(LanguageTag.ENGLISH))
                .extracting(LanguageTag::value)
                .containsExactly("nb");
    }

    @Test
    void aCheckpointOfUnknownSizeIsTakenOnlyWhereThereIsNoOther() {
        ModelCard student = student("en-de-tiny", 17, null, null);
        Variants variants =
                new Variants(
                        List.of(
                                checkpoint("opus-mt-en-de", "CC-BY-4.0", "de"),
                                checkpoint("opus-mt-en-eo", "CC-BY-4.0", "eo"),
                                checkpoint("many", "MIT", "de", "eo"),
                                checkpoint("unpaid", "CC-BY-NC-4.0", "is"),
                                student));

        assertThat(variants.of(pair("en", "de"))).containsExactly(student);
        assertThat(names(variants.of(pair("en", "eo")))).containsExactly("opus-mt-en-eo");
        assertThat(variants.of(pair("en", "is"))).isEmpty();
    }

    @Test
    void theBundledCatalogueHasABestForEveryDirection() {
        Variants variants = new Variants(Catalogue.bundled().cards());

        assertThat(names(variants.of(pair("en", "de"))))
                .first()
                .isEqualTo("firefox-en-de-base-memory");
        assertThat(variants.targets(LanguageTag.ENGLISH)).hasSize(43);
        assertThat(variants.sources(LanguageTag.ENGLISH)).hasSize(50);
    }

    @Test
    void allOfTheBestAreTakenWhenTheyFit() {
        Fit.Outcome outcome = fit(1000 * MEGA);

        assertThat(names(outcome.models()))
                .containsExactly("en-ru-base", "en-tr-base", "ru-en-base", "tr-en-base");
        assertThat(outcome.smaller()).isEmpty();
        assertThat(outcome.fits()).isTrue();
        // The default model, both out of English, and the larger of those into it.
        assertThat(outcome.need()).isEqualTo((100 + 40 + 42 + 60) * MEGA);
    }

    @Test
    void theStepThatCostsLeastForWhatItFreesIsTakenFirst() {
        Fit.Outcome outcome = fit(230 * MEGA);

        assertThat(names(outcome.models()))
                .containsExactly("en-ru-base", "en-tr-tiny", "ru-en-base", "tr-en-base");
        assertThat(outcome.smaller())
                .extracting(step -> step.best().name() + " > " + step.taken().name())
                .containsExactly("en-tr-base > en-tr-tiny");
        assertThat(outcome.fits()).isTrue();
    }

    @Test
    void theSmallestAreTakenAndToldWhereNothingFits() {
        Fit.Outcome outcome = fit(MEGA);

        assertThat(outcome.models()).allMatch(card -> card.variant().equals("tiny"));
        assertThat(outcome.smaller()).hasSize(4);
        assertThat(outcome.fits()).isFalse();
        assertThat(outcome.need()).isEqualTo((100 + 17 + 17 + 17) * MEGA);
        assertThat(outcome.budget()).isEqualTo(MEGA);
    }

    @Test
    void whatFitsNeverNeedsMoreThanThereIsAndMoreMemoryNeverGivesSmallerModels() {
        long before = 0;
        for (long budget = 0; budget < 300 * MEGA; budget += MEGA) {
            Fit.Outcome outcome = fit(budget);
            assertThat(outcome.fits()).isEqualTo(outcome.need() <= budget);
            assertThat(outcome.need()).isGreaterThanOrEqualTo(before);
            before = outcome.need();
        }
    }

    private static Fit.Outcome fit(long budget) {
        Map<LanguagePair, List<ModelCard>> offered = new LinkedHashMap<>();
        offered.put(
                pair("en", "ru"),
                List.of(
                        student("en-ru-base", 40, 30.0, 0.90),
                        student("en-ru-tiny", 17, 28.0, 0.85)));
        offered.put(
                pair("en", "tr"),
                List.of(
                        student("en-tr-base", 42, 30.0, 0.90),
                        student("en-tr-tiny", 17, 28.0, 0.89)));
        for (String from : List.of("ru", "tr")) {
            offered.put(
                    pair(from, "en"),
                    List.of(
                            student(from + "-en-base", 60, 30.0, 0.90),
                            student(from + "-en-tiny", 17, 28.0, 0.80)));
        }
        ModelCard always = student("en-pt-tiny", 100, null, null);
        return new Fit(List.of(always), ModelCard::weightsBytes, budget).of(offered);
    }

    private static LanguagePair pair(String from, String to) {
        return new LanguagePair(new LanguageTag(from), new LanguageTag(to));
    }

    private static List<String> names(List<ModelCard> cards) {
        return cards.stream().map(ModelCard::name).toList();
    }

    private static ModelCard student(
            String name, long megabytes, @Nullable Double bleu, @Nullable Double comet) {
        String[] parts = name.split("-", 3);
        Upstream.Published published =
                bleu == null && comet == null ? null : new Upstream.Published(bleu, comet);
        return new ModelCard(
                name,
                "bergamot",
                Uses.translating(
                        Set.of(new LanguageTag(parts[0])), Set.of(new LanguageTag(parts[1]))),
                List.of(
                        new ModelFile(
                                ModelFile.Role.WEIGHTS,
                                "model.bin",
                                "",
                                "0".repeat(64),
                                megabytes * MEGA)),
                new ModelSource.Web(URI.create("https://example.org/")),
                new Upstream("https://example.org", "1234567", "MIT", published, parts[2]),
                null,
                false);
    }

    private static ModelCard checkpoint(String name, String licence, String... to) {
        return new ModelCard(
                name,
                "marian",
                Uses.translating(
                        Set.of(LanguageTag.ENGLISH),
                        Set.copyOf(Stream.of(to).map(LanguageTag::new).toList())),
                List.of(),
                new ModelSource.Hub("someone/" + name),
                new Upstream("https://example.org", "", licence, null),
                null,
                false);
    }
}
