package org.dragoman.translation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.jspecify.annotations.Nullable;

/**
 * Translates texts sentence by sentence and lays them out as they were. All sentences of a call, in
 * all its texts and targets, are sent before the first answer is awaited; a sentence that occurs
 * twice is translated once, and what the model makes of it depends on nothing but itself.
 * Thread-safe.
 */
@Singleton
public final class Translator {
    private final Models models;
    private final Inference inference;
    private final SentenceSplitter splitter;
    private final ClauseSplitter clauses;
    private final TranslationSettings settings;
    private final Routes routes;

    public Translator(
            Models models,
            Inference inference,
            SentenceSplitter splitter,
            ClauseSplitter clauses,
            TranslationSettings settings) {
        this.models = models;
        this.inference = inference;
        this.splitter = splitter;
        this.clauses = clauses;
        this.settings = settings;
        this.routes = new Routes(models);
    }

    /**
     * The parts of a digest in each target, in the order of {@code targets}.
     *
     * @param parts at most one of a kind
     * @throws DragomanException language-unsupported when there are targets and none can be
     *     reached; deadline-exceeded, queue-full, model-unavailable, shutting-down
     */
    public Translated<Version> versions(
            List<Part> parts, LanguageTag source, List<LanguageTag> targets, Deadline deadline) {
        List<Laying> layings =
                parts.stream()
                        .map(part -> new Laying(part.kind(), Layout.of(part, source, splitter)))
                        .toList();
        try (Rounds rounds = rounds(deadline)) {
            List<Order> orders =
                    targets.stream().map(target -> order(layings, source, target, rounds)).toList();
            send(orders, rounds);
            return new Translated<>(
                    orders.stream().map(order -> order.version(parts)).toList(), rounds.used());
        }
    }

    /**
     * Each text in each target, in their orders.
     *
     * @throws DragomanException language-unsupported, or language-undetected, when there is
     *     something to translate and no text can be in any target; else as {@link #versions}
     */
    public Translated<List<TextVersion>> texts(
            List<SourceText> texts, List<LanguageTag> targets, Deadline deadline) {
        try (Rounds rounds = rounds(deadline)) {
            List<List<Order>> orders = new ArrayList<>();
            for (SourceText text : texts) {
                orders.add(orders(text, targets, rounds));
            }
            send(orders.stream().flatMap(List::stream).toList(), rounds);
            return new Translated<>(
                    orders.stream().map(of -> of.stream().map(Order::text).toList()).toList(),
                    rounds.used());
        }
    }

    private Rounds rounds(Deadline deadline) {
        return new Rounds(models, clauses, deadline, settings.longestSource());
    }

    private List<Order> orders(SourceText text, List<LanguageTag> targets, Rounds rounds) {
        LanguageTag source = text.language();
        if (text.text().codePoints().allMatch(Symbols::white)) {
            Laying blank = new Laying(null, Layout.of(text.text(), List.of()));
            return targets.stream().map(target -> copy(target, Status.EMPTY, blank)).toList();
        }
        if (source == null) {
            return targets.stream()
                    .map(to -> new Unwritten(to, Status.LANGUAGE_UNDETECTED, null))
                    .map(Order::missing)
                    .toList();
        }
        Layout layout = Layout.of(text.text(), splitter.split(text.text(), source));
        List<Laying> one = List.of(new Laying(null, layout));
        return targets.stream().map(target -> order(one, source, target, rounds)).toList();
    }

    private Order order(
            List<Laying> layings, LanguageTag source, LanguageTag target, Rounds rounds) {
        if (source.sameLanguage(target)) {
            return copy(target, Status.SAME_LANGUAGE, layings.toArray(Laying[]::new));
        }
        Optional<ModelCard> model = routes.direct(source, target);
        if (model.isEmpty()) {
            return Order.missing(Unwritten.noModel(source, target));
        }
        Pair pair = Pair.of(source, target);
        Round round = rounds.with(model.get(), pair);
        List<Supplier<Draft.Body>> bodies = new ArrayList<>();
        for (Laying laying : layings) {
            bodies.add(new Draft(laying.part(), laying.layout(), round, pair)::write);
        }
        return Order.of(target, Status.TRANSLATED, List.of(model.get().name()), bodies);
    }

    private static Order copy(LanguageTag target, Status status, Laying... layings) {
        List<Supplier<Draft.Body>> bodies = new ArrayList<>();
        for (Laying laying : layings) {
            bodies.add(() -> Draft.Body.copy(laying.part(), laying.layout()));
        }
        return Order.of(target, status, List.of(), bodies);
    }

    private void send(List<Order> orders, Rounds rounds) {
        if (!orders.isEmpty() && orders.stream().allMatch(order -> order.missing() != null)) {
            boolean undetected =
                    orders.stream().allMatch(o -> o.status() == Status.LANGUAGE_UNDETECTED);
            throw undetected
                    ? new DragomanException(
                            ErrorCode.LANGUAGE_UNDETECTED,
                            "The language could not be told; name it in the request.")
                    : new DragomanException(
                            ErrorCode.LANGUAGE_UNSUPPORTED,
                            "No installed model translates into any of the targets.");
        }
        rounds.send(inference);
    }

    /** A text and the part it is, if it is one. */
    private record Laying(Part.@Nullable Kind part, Layout layout) {}
}
