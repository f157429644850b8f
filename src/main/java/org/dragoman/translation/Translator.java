package org.dragoman.translation;

import jakarta.inject.Singleton;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Models;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Translates texts sentence by sentence and lays them out as they were. All sentences of a call, in
 * all its texts and targets, are sent before the first answer is awaited, and where the way leads
 * through a pivot once more for each further model; a sentence that occurs twice is translated
 * once, and what the models make of it depends on nothing but itself. Thread-safe.
 */
@Singleton
public final class Translator {
    private final Models models;
    private final Inference inference;
    private final SentenceSplitter splitter;
    private final ClauseSplitter clauses;
    private final TranslationSettings settings;

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
        Routes routes = new Routes(models.routes());
        List<Order> orders =
                targets.stream().map(target -> order(layings, source, target, routes)).toList();
        List<Provenance.Used> used = carry(orders, deadline);
        return new Translated<>(orders.stream().map(order -> order.version(parts)).toList(), used);
    }

    /**
     * Each text in each target, in their orders.
     *
     * @throws DragomanException language-unsupported, or language-undetected, when there is
     *     something to translate and no text can be in any target; else as {@link #versions}
     */
    public Translated<List<TextVersion>> texts(
            List<SourceText> texts, List<LanguageTag> targets, Deadline deadline) {
        Routes routes = new Routes(models.routes());
        List<List<Order>> orders =
                texts.stream().map(text -> orders(text, targets, routes)).toList();
        List<Provenance.Used> used =
                carry(orders.stream().flatMap(List::stream).toList(), deadline);
        return new Translated<>(
                orders.stream().map(of -> of.stream().map(Order::text).toList()).toList(), used);
    }

    private List<Order> orders(SourceText text, List<LanguageTag> targets, Routes routes) {
        LanguageTag source = text.language();
        if (text.text().codePoints().allMatch(Symbols::white)) {
            List<Laying> blank = List.of(new Laying(null, Layout.of(text.text(), List.of())));
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
        return targets.stream().map(target -> order(one, source, target, routes)).toList();
    }

    private Order order(
            List<Laying> layings, LanguageTag source, LanguageTag target, Routes routes) {
        if (source.sameLanguage(target)) {
            return copy(target, Status.SAME_LANGUAGE, layings);
        }
        Routes.Way way = routes.between(source, target);
        return way.open()
                ? Order.of(target, Status.TRANSLATED, way.models(), drafts(layings, way.legs()))
                : Order.missing(Unwritten.noModel(target, way.wanted()));
    }

    private Order copy(LanguageTag target, Status status, List<Laying> layings) {
        return Order.of(target, status, List.of(), drafts(layings, List.of()));
    }

    private List<Draft> drafts(List<Laying> layings, List<Routes.Leg> legs) {
        return layings.stream()
                .map(laying -> new Draft(laying.part(), laying.layout(), legs, splitter))
                .toList();
    }

    /** Takes what is ordered to its end; gives the models that were used. */
    private List<Provenance.Used> carry(List<Order> orders, Deadline deadline) {
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
        deadline.check();
        return new Relay(models, inference, clauses, settings.longestSource(), deadline)
                .run(orders.stream().flatMap(order -> order.drafts().stream()).toList());
    }

    /** A text and the part it is, if it is one. */
    private record Laying(Part.@Nullable Kind part, Layout layout) {}
}
