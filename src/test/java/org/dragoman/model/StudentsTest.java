package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelFile.Role;
import org.junit.jupiter.api.Test;

/** What the catalogue states of the publisher's students, and of the checkpoints of the hub. */
class StudentsTest {
    private static final List<ModelCard> CARDS = Catalogue.bundled().cards();

    private static Stream<ModelCard> students() {
        return CARDS.stream().filter(card -> card.name().startsWith("firefox-"));
    }

    private static Stream<ModelCard> checkpoints() {
        return CARDS.stream().filter(card -> card.source() instanceof ModelSource.Hub);
    }

    @Test
    void theDefaultModelsComeFirst() {
        assertThat(CARDS.subList(0, 3)).allMatch(ModelCard::preset);
        assertThat(CARDS.stream().skip(3)).noneMatch(ModelCard::preset);
    }

    @Test
    void fiftyLanguagesGoIntoEnglishAndFortyThreeOutOfItIn137Models() {
        assertThat(students()).hasSize(137);
        assertThat(students().filter(card -> card.to().contains(LanguageTag.ENGLISH)))
                .extracting(card -> card.from().iterator().next())
                .satisfies(from -> assertThat(Set.copyOf(from)).hasSize(50));
        assertThat(students().filter(card -> card.from().contains(LanguageTag.ENGLISH)))
                .extracting(card -> card.to().iterator().next())
                .satisfies(to -> assertThat(Set.copyOf(to)).hasSize(43));
    }

    @Test
    void aStudentIsNamedByItsPairAndVariant() {
        assertThat(students())
                .allSatisfy(
                        card ->
                                assertThat(card.name())
                                        .isEqualTo(
                                                "firefox-%s-%s-%s",
                                                only(card.from()),
                                                only(card.to()),
                                                card.variant()));
        assertThat(students().collect(Collectors.groupingBy(ModelCard::variant)))
                .hasEntrySatisfying("tiny", tiny -> assertThat(tiny).hasSize(84))
                .hasEntrySatisfying("base-memory", memory -> assertThat(memory).hasSize(42))
                .hasEntrySatisfying("base", base -> assertThat(base).hasSize(11));
    }

    @Test
    void everyFileOfAStudentIsKnownAsItIsFetchedAndItsWeightsAsTheyAreUsed() {
        assertThat(students())
                .allSatisfy(
                        card -> {
                            assertThat(card.files())
                                    .allSatisfy(
                                            file -> {
                                                assertThat(file.packed()).isNotNull();
                                                assertThat(file.member())
                                                        .startsWith("models/" + card.variant())
                                                        .endsWith("/" + file.path() + ".gz");
                                                assertThat(file.pinned())
                                                        .isEqualTo(file.role() == Role.WEIGHTS);
                                            });
                            assertThat(card.file(Role.WEIGHTS).bytes()).isGreaterThan(12_000_000);
                            assertThat(card.source())
                                    .asString()
                                    .contains(card.revision())
                                    .contains("media.githubusercontent.com");
                            assertThat(card.licence()).isEqualTo("MPL-2.0");
                        });
        assertThat(
                        students()
                                .flatMap(card -> card.files().stream())
                                .filter(ModelFile::pinned)
                                .map(ModelFile::sha256))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStudentHasOneVocabularyForBothLanguagesOrOneForEach() {
        assertThat(students())
                .allSatisfy(
                        card -> {
                            boolean each =
                                    card.has(Role.SOURCE_VOCABULARY)
                                            && card.has(Role.TARGET_VOCABULARY);
                            assertThat(card.has(Role.VOCABULARY)).isNotEqualTo(each);
                            assertThat(card.has(Role.SHORTLIST)).isTrue();
                        });
        assertThat(students().filter(card -> card.has(Role.SOURCE_VOCABULARY))).hasSize(5);
        assertThat(students().filter(card -> card.has(Role.QUALITY))).hasSize(2);
    }

    @Test
    void whatThePublisherStatesOfQualityIsThereAndNothingElse() {
        assertThat(students().filter(card -> card.upstream().published() == null))
                .extracting(ModelCard::name)
                .containsExactlyInAnyOrder(
                        "firefox-en-sq-tiny",
                        "firefox-en-zh-base",
                        "firefox-nn-en-tiny",
                        "firefox-sq-en-tiny",
                        "firefox-zh-en-base");
        assertThat(students())
                .allSatisfy(
                        card -> {
                            Upstream.Published published = card.upstream().published();
                            if (published != null && published.bleu() != null) {
                                assertThat(published.bleu()).isBetween(5.0, 75.0);
                            }
                            if (published != null && published.comet() != null) {
                                assertThat(published.comet()).isBetween(0.6, 1.0);
                            }
                        });
    }

    @Test
    void aCheckpointOfTheHubIsPinnedByNobodyYet() {
        assertThat(checkpoints()).hasSizeGreaterThan(20);
        assertThat(checkpoints())
                .allSatisfy(
                        card -> {
                            assertThat(card.revision()).isEmpty();
                            assertThat(card.files()).isEmpty();
                            assertThat(card.pinned()).isFalse();
                            assertThat(card.upstream().published()).isNull();
                            assertThat(card.upstream().address())
                                    .endsWith(((ModelSource.Hub) card.source()).repository());
                        });
        assertThat(checkpoints().map(ModelCard::family))
                .contains("marian", "bart", "mbart", "pegasus", "m2m_100", "mt5");
    }

    @Test
    void theLanguagesOfManyLanguageCheckpointsAreInBcp47() {
        assertThat(card("m2m100-418m").from()).hasSize(100).contains(new LanguageTag("fil"));
        assertThat(card("mbart-large-50-many-to-many-mmt").to()).hasSize(52);
        assertThat(card("nllb-200-distilled-600m").to())
                .hasSizeGreaterThan(195)
                .contains(
                        new LanguageTag("zh-Hant"),
                        new LanguageTag("sr"),
                        new LanguageTag("ko"),
                        new LanguageTag("nb"));
        assertThat(card("mt5-multilingual-xlsum").from()).hasSize(45);
    }

    private static ModelCard card(String name) {
        return CARDS.stream().filter(card -> card.name().equals(name)).findFirst().orElseThrow();
    }

    private static String only(Set<LanguageTag> languages) {
        assertThat(languages).hasSize(1);
        return languages.iterator().next().value();
    }
}
