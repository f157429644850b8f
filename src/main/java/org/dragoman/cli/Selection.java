package org.dragoman.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.LanguagePair;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelSource;
import org.dragoman.model.Variants;
import org.jspecify.annotations.Nullable;

/** Which models the names, pairs and languages of a command line mean. Immutable. */
final class Selection {
    private final List<ModelCard> cards;
    private final Variants variants;

    Selection(List<ModelCard> cards) {
        this.cards = List.copyOf(cards);
        this.variants = new Variants(cards);
    }

    /** The model with this name, or of the catalogue from this repository. */
    Optional<ModelCard> named(String name) {
        return cards.stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .or(() -> repository(name));
    }

    /** The model that comes from this repository of the hub. */
    Optional<ModelCard> repository(String text) {
        return cards.stream()
                .filter(
                        card ->
                                card.source() instanceof ModelSource.Hub hub
                                        && hub.repository().equalsIgnoreCase(text))
                .findFirst();
    }

    /**
     * The pair that {@code en-de} means, where it is written like one: of several ways to cut it
     * the first that there is a model for.
     */
    Optional<LanguagePair> pair(String text) {
        List<LanguagePair> cuts = new ArrayList<>();
        for (int at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
            Optional<LanguageTag> from = LanguageTag.parse(text.substring(0, at));
            Optional<LanguageTag> to = LanguageTag.parse(text.substring(at + 1));
            if (from.isPresent() && to.isPresent()) {
                cuts.add(new LanguagePair(from.get(), to.get()));
            }
        }
        return cuts.stream()
                .filter(pair -> !variants.of(pair).isEmpty())
                .findFirst()
                .or(() -> cuts.stream().findFirst());
    }

    /**
     * What there is for pairs, the best first.
     *
     * @param size only of this variant; where a pair has none of it, the next smaller, and the
     *     smallest where there is no smaller one
     * @throws DragomanException language-unsupported, with what there is instead
     */
    Map<LanguagePair, List<ModelCard>> offered(List<LanguagePair> pairs, @Nullable Size size) {
        Map<LanguagePair, List<ModelCard>> offered = new LinkedHashMap<>();
        for (LanguagePair pair : pairs) {
            List<ModelCard> models = variants.of(pair);
            if (models.isEmpty()) {
                throw unknown(pair);
            }
            offered.put(pair, size == null ? models : List.of(size.nearest(models)));
        }
        return offered;
    }

    /**
     * The directions between English and these languages that there is a model for.
     *
     * @param from languages to come from; when empty, the targets
     * @param to languages to go to; when empty, none
     * @throws DragomanException language-unsupported when a language has none
     */
    List<LanguagePair> throughEnglish(List<LanguageTag> from, List<LanguageTag> to) {
        List<LanguagePair> pairs = new ArrayList<>();
        boolean both = from.isEmpty();
        for (LanguageTag language : to) {
            List<LanguagePair> here = new ArrayList<>();
            here.add(new LanguagePair(LanguageTag.ENGLISH, language));
            if (both) {
                here.add(new LanguagePair(language, LanguageTag.ENGLISH));
            }
            pairs.addAll(there(language, here));
        }
        for (LanguageTag language : from) {
            pairs.addAll(there(language, List.of(new LanguagePair(language, LanguageTag.ENGLISH))));
        }
        return pairs.stream().distinct().toList();
    }

    private List<LanguagePair> there(LanguageTag language, List<LanguagePair> pairs) {
        if (language.sameLanguage(LanguageTag.ENGLISH)) {
            return List.of();
        }
        List<LanguagePair> there =
                pairs.stream().filter(pair -> !variants.of(pair).isEmpty()).toList();
        if (there.isEmpty()) {
            throw unknown(pairs.get(0));
        }
        return there;
    }

    /**
     * The installed models that a name or a pair means.
     *
     * @throws DragomanException model-unknown, model-not-installed
     */
    List<ModelCard> installed(String text, Predicate<ModelCard> present) {
        List<ModelCard> meant =
                named(text)
                        .map(List::of)
                        .or(() -> pair(text).map(variants::of))
                        .filter(models -> !models.isEmpty())
                        .orElseThrow(() -> unknown(text));
        List<ModelCard> installed = meant.stream().filter(present).toList();
        if (installed.isEmpty()) {
            throw new DragomanException(
                    ErrorCode.MODEL_NOT_INSTALLED, "Nothing of " + text + " is installed");
        }
        return installed;
    }

    /** No model has this name, and there is none for such a pair. */
    static DragomanException unknown(String text) {
        return new DragomanException(
                ErrorCode.MODEL_UNKNOWN,
                "No model, file or pair of languages is called "
                        + text
                        + ": dragoman models list --all lists the models");
    }

    private DragomanException unknown(LanguagePair pair) {
        List<LanguageTag> targets = variants.targets(pair.from());
        List<LanguageTag> sources = variants.sources(pair.to());
        StringBuilder told = new StringBuilder("There is no model " + pair + ".");
        told.append(targets.isEmpty() ? " None reads " + pair.from() + "." : "");
        told.append(sources.isEmpty() ? " None writes " + pair.to() + "." : "");
        boolean english = targets.contains(LanguageTag.ENGLISH);
        if (english && sources.contains(LanguageTag.ENGLISH)) {
            told.append(" Through English: dragoman models add ");
            told.append(new LanguagePair(pair.from(), LanguageTag.ENGLISH)).append(' ');
            told.append(new LanguagePair(LanguageTag.ENGLISH, pair.to()));
        } else {
            told.append(list(" From " + pair.from() + ": ", targets));
            told.append(list(" Into " + pair.to() + ": ", sources));
        }
        return new DragomanException(ErrorCode.LANGUAGE_UNSUPPORTED, told.toString());
    }

    private static String list(String title, List<LanguageTag> languages) {
        return languages.isEmpty()
                ? ""
                : title
                        + languages.stream()
                                .map(LanguageTag::value)
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
