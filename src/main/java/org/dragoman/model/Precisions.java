package org.dragoman.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * What is configured of precisions. A model's card goes before what is configured for the model,
 * that before what is configured for all, and that before what its runtime holds best here. What is
 * meant for this model and cannot be done is refused; what is meant for all gives way. Immutable.
 *
 * @param models for single models, by name
 * @param all for the others
 */
public record Precisions(Map<String, Precision> models, Optional<Precision> all) {
    public Precisions {
        models = Map.copyOf(models);
    }

    /** The same for all models. */
    public static Precisions of(Precision all) {
        return new Precisions(Map.of(), Optional.of(all));
    }

    /**
     * How a model is to be held, and why.
     *
     * @throws DragomanException model-unavailable when its card or its configuration asks for what
     *     its runtime cannot do
     */
    PrecisionChoice choose(ModelCard card, ModelLoader loader) {
        if (card.precision() != null) {
            return required(card, loader, card.precision(), "its card says so");
        }
        Precision own = models.get(card.name());
        if (own != null) {
            return required(card, loader, own, "dragoman.models.precisions says so");
        }
        PrecisionChoice usual = loader.usual(card);
        if (all.isEmpty() || loader.precisions(card).contains(all.get())) {
            return all.map(each -> new PrecisionChoice(each, "dragoman.models.precision says so"))
                    .orElse(usual);
        }
        return new PrecisionChoice(
                usual.precision(), usual.reason() + "; it cannot be held in " + code(all.get()));
    }

    private static PrecisionChoice required(
            ModelCard card, ModelLoader loader, Precision asked, String reason) {
        if (loader.precisions(card).contains(asked)) {
            return new PrecisionChoice(asked, reason);
        }
        throw new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE,
                "Model "
                        + card.name()
                        + " of the family "
                        + card.family()
                        + " cannot be held in "
                        + code(asked)
                        + ", as "
                        + reason
                        + ", but in "
                        + loader.precisions(card).stream()
                                .sorted(Comparator.naturalOrder())
                                .map(Precisions::code)
                                .collect(Collectors.joining(", ")));
    }

    private static String code(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }
}
