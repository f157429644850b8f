package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.Negotiation;

/**
 * The models that are made for one pair of languages, the best first: the one with the highest
 * published COMET, then BLEU, then the largest. Models of many languages and those with a
 * non-commercial licence are not among them: they are asked for by name. So are those whose size is
 * not known before they are installed, unless there is no other. Immutable.
 */
public final class Variants {
    private static final Comparator<ModelCard> BEST_FIRST =
            Comparator.comparing(score(Upstream.Published::comet), Comparator.reverseOrder())
                    .thenComparing(score(Upstream.Published::bleu), Comparator.reverseOrder())
                    .thenComparing(ModelCard::bytes, Comparator.reverseOrder());

    private final List<ModelCard> cards;

    /** The translators for one pair among these cards. */
    public Variants(List<ModelCard> cards) {
        this.cards =
                cards.stream()
                        .filter(card -> card.task() == ModelTask.TRANSLATION)
                        .filter(card -> card.from().size() == 1 && card.to().size() == 1)
                        .filter(card -> !Upstream.nonCommercial(card.licence()))
                        .sorted(BEST_FIRST)
                        .toList();
    }

    /**
     * Those for a pair, the best first; of tags that serve it ({@link Negotiation}) those for the
     * best. Empty when there is none.
     */
    public List<ModelCard> of(LanguagePair pair) {
        for (LanguageTag from : Negotiation.serving(pair.from(), sources())) {
            for (LanguageTag to : Negotiation.serving(pair.to(), targets(from))) {
                List<ModelCard> all =
                        cards.stream().filter(card -> card.translates(from, to)).toList();
                if (!all.isEmpty()) {
                    List<ModelCard> sized = all.stream().filter(Variants::sized).toList();
                    return sized.isEmpty() ? all : sized;
                }
            }
        }
        return List.of();
    }

    /** What this language can be translated into, by tag. */
    public List<LanguageTag> targets(LanguageTag from) {
        return sorted(
                cards.stream()
                        .filter(card -> speaks(card.from(), from))
                        .map(ModelCard::to)
                        .flatMap(Collection::stream)
                        .toList());
    }

    /** What can be translated into this language, by tag. */
    public List<LanguageTag> sources(LanguageTag to) {
        return sorted(
                cards.stream()
                        .filter(card -> speaks(card.to(), to))
                        .map(ModelCard::from)
                        .flatMap(Collection::stream)
                        .toList());
    }

    private Set<LanguageTag> sources() {
        return cards.stream()
                .map(ModelCard::from)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    private static boolean sized(ModelCard card) {
        return card.bytes() > 0;
    }

    private static boolean speaks(Collection<LanguageTag> languages, LanguageTag wanted) {
        return Negotiation.best(wanted, languages).isPresent();
    }

    private static List<LanguageTag> sorted(Collection<LanguageTag> languages) {
        return languages.stream()
                .distinct()
                .sorted(Comparator.comparing(LanguageTag::value))
                .toList();
    }

    private static Function<ModelCard, Double> score(Function<Upstream.Published, Double> which) {
        return card -> Optional.ofNullable(card.upstream().published()).map(which).orElse(-1.0);
    }
}
