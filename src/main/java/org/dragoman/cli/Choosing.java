package org.dragoman.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Fit;
import org.dragoman.model.LanguagePair;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelPool;
import org.dragoman.model.Upstream;
import org.dragoman.model.Variants;

/**
 * Turns what is asked for into models, and tells a person what was chosen for what reason. For one
 * command, one thread.
 */
final class Choosing {
    private static final long MEBI = 1L << 20;

    private final ModelPool pool;
    private final Answer answer;
    private final Selection selection;

    Choosing(ModelPool pool, Answer answer) {
        this.pool = pool;
        this.answer = answer;
        this.selection = new Selection(pool.cards());
    }

    Selection selection() {
        return selection;
    }

    /**
     * The models for names, pairs and languages.
     *
     * @throws org.dragoman.failure.DragomanException model-unknown, language-unsupported
     */
    List<ModelCard> models(List<String> given, PairOptions options) {
        Set<ModelCard> models = new LinkedHashSet<>();
        Set<LanguagePair> pairs = new LinkedHashSet<>();
        for (String text : given) {
            selection
                    .named(text)
                    .ifPresentOrElse(
                            models::add,
                            () ->
                                    pairs.add(
                                            selection
                                                    .pair(text)
                                                    .orElseThrow(() -> Selection.unknown(text))));
        }
        pairs.addAll(selection.throughEnglish(options.from, options.to));
        options.to.forEach(this::tellWhatCannotBeWritten);
        models.addAll(fitting(List.copyOf(pairs), options));
        models.forEach(this::tellLicence);
        return List.copyOf(models);
    }

    private List<ModelCard> fitting(List<LanguagePair> pairs, PairOptions options) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<ModelCard> defaults = new ArrayList<>(pool.cards());
        defaults.removeIf(card -> !card.preset());
        Fit.Outcome chosen =
                new Fit(defaults, ModelCard::weightsBytes, pool.budget())
                        .of(selection.offered(pairs, options.variant));
        tell(chosen);
        if (options.variant != null) {
            tellOtherSizes(chosen.models(), options.variant);
        }
        return chosen.models();
    }

    private void tell(Fit.Outcome chosen) {
        for (Fit.Smaller step : chosen.smaller()) {
            answer.note(
                    step.taken().name()
                            + " instead of "
                            + step.best().name()
                            + ": the best ones do not fit into memory together ("
                            + mebi(chosen.budget())
                            + ")");
        }
        if (!chosen.fits()) {
            answer.note(
                    "One digest into all of these languages needs "
                            + mebi(chosen.need())
                            + " at once, and dragoman.models.memory allows "
                            + mebi(chosen.budget())
                            + ": raise it, or ask for fewer targets a call");
        }
    }

    private void tellOtherSizes(List<ModelCard> models, Size size) {
        models.stream()
                .filter(model -> !model.variant().equals(size.code()))
                .forEach(model -> answer.note(model.name() + ": the pair has no " + size.code()));
    }

    private void tellWhatCannotBeWritten(LanguageTag language) {
        LanguagePair pair = new LanguagePair(LanguageTag.ENGLISH, language);
        boolean english = language.sameLanguage(LanguageTag.ENGLISH);
        if (!english && new Variants(pool.cards()).of(pair).isEmpty()) {
            answer.note("There is no model " + pair + ": " + language + " can be read only");
        }
    }

    private void tellLicence(ModelCard model) {
        if (Upstream.nonCommercial(model.licence())) {
            answer.note(model.name() + ": its licence " + model.licence() + " is non-commercial");
        } else if (model.licence().equals(Upstream.UNKNOWN)) {
            answer.note(model.name() + ": no licence is known of it");
        }
    }

    private static String mebi(long bytes) {
        return (bytes + MEBI - 1) / MEBI + " MiB";
    }
}
