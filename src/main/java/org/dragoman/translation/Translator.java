package org.dragoman.translation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.web.Events;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Translates texts sentence by sentence and lays them out as they were. All sentences of a call, in
 * all its texts and targets, are sent before the first answer is awaited, and where the way leads
 * through a pivot once more for each further model; a sentence that occurs twice is translated
 * once, and what the models make of it depends on nothing but itself. What they made is looked at,
 * and what is found doubtful is mended where it can be. Thread-safe.
 */
@Singleton
public final class Translator {
    private final Relays relays;
    private final SentenceSplitter splitter;
    private final Guards guards;

    public Translator(Relays relays, SentenceSplitter splitter, Guards guards) {
        this.relays = relays;
        this.splitter = splitter;
        this.guards = guards;
    }

    /**
     * The parts of a digest in each target, in the order of the targets.
     *
     * @param parts at most one of a kind
     * @throws DragomanException language-unsupported when there are targets and none can be
     *     reached; low-quality when by the policy no version is left; deadline-exceeded,
     *     queue-full, model-unavailable, shutting-down
     */
    public Translated<Version> versions(
            List<Part> parts, LanguageTag source, Wanted wanted, Deadline deadline) {
        return versions(parts, source, wanted, deadline, Events.NONE);
    }

    /** The same, telling of segments as they become final. */
    public Translated<Version> versions(
            List<Part> parts, LanguageTag source, Wanted wanted, Deadline deadline, Events events) {
        Asked asked = Asked.of(wanted, new Routes(relays.models().routes()), events);
        List<Laying> layings =
                parts.stream()
                        .map(part -> new Laying(part.kind(), Layout.of(part, source, splitter)))
                        .toList();
        List<Order> orders =
                wanted.targets().stream()
                        .map(target -> order(layings, source, target, asked))
                        .toList();
        List<Provenance.Used> used = carry(orders, deadline);
        return new Translated<>(
                kept(orders, wanted.policy()).stream()
                        .map(order -> order.version(parts, wanted.policy()))
                        .toList(),
                used);
    }

    /**
     * Each text in each target, in their orders.
     *
     * @throws DragomanException language-unsupported, or language-undetected, when there is
     *     something to translate and no text can be in any target; else as {@link #versions}
     */
    public Translated<List<TextVersion>> texts(
            List<SourceText> texts, Wanted wanted, Deadline deadline) {
        return texts(texts, wanted, deadline, Events.NONE);
    }

    /** The same, telling of segments as they become final. */
    public Translated<List<TextVersion>> texts(
            List<SourceText> texts, Wanted wanted, Deadline deadline, Events events) {
        Asked asked = Asked.of(wanted, new Routes(relays.models().routes()), events);
        List<Order> orders =
                IntStream.range(0, texts.size())
                        .boxed()
                        .flatMap(i -> orders(texts.get(i), asked.text(i)).stream())
                        .toList();
        List<Provenance.Used> used = carry(orders, deadline);
        List<TextVersion> versions =
                kept(orders, wanted.policy()).stream()
                        .map(order -> order.text(wanted.policy()))
                        .toList();
        int each = wanted.targets().size();
        return new Translated<>(
                IntStream.range(0, texts.size())
                        .mapToObj(i -> versions.subList(i * each, (i + 1) * each))
                        .map(List::copyOf)
                        .toList(),
                used);
    }

    private List<Order> orders(SourceText text, Asked asked) {
        List<LanguageTag> targets = asked.targets();
        LanguageTag source = text.language();
        if (text.text().codePoints().allMatch(Symbols::white)) {
            List<Laying> blank = List.of(new Laying(null, Layout.of(text.text(), List.of())));
            return targets.stream()
                    .map(target -> copy(target, Status.EMPTY, blank, asked))
                    .toList();
        }
        if (source == null) {
            return targets.stream()
                    .map(to -> new Unwritten(to, Status.LANGUAGE_UNDETECTED, null))
                    .map(Order::missing)
                    .toList();
        }
        Layout layout = Layout.of(text.text(), splitter.split(text.text(), source));
        List<Laying> one = List.of(new Laying(null, layout));
        return targets.stream().map(target -> order(one, source, target, asked)).toList();
    }

    private Order order(List<Laying> layings, LanguageTag source, LanguageTag target, Asked asked) {
        if (source.sameLanguage(target)) {
            return copy(target, Status.SAME_LANGUAGE, layings, asked);
        }
        Routes.Way way = asked.routes().between(source, target);
        if (!way.open()) {
            return Order.missing(Unwritten.noModel(target, way.wanted()));
        }
        Draft.Way legs = new Draft.Way(way.legs(), splitter, guards.between(source, target));
        return Order.of(
                target,
                Status.TRANSLATED,
                way.models(),
                drafts(layings, legs, asked.telling(target)));
    }

    private Order copy(LanguageTag target, Status status, List<Laying> layings, Asked asked) {
        Draft.Way way = new Draft.Way(List.of(), splitter, Guards.Guard.NONE);
        return Order.of(target, status, List.of(), drafts(layings, way, asked.telling(target)));
    }

    private static List<Draft> drafts(List<Laying> layings, Draft.Way way, Telling telling) {
        return layings.stream()
                .map(laying -> new Draft(laying.part(), laying.layout(), way, telling))
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
        return deadline.trace().within("translate", () -> written(orders, deadline));
    }

    private List<Provenance.Used> written(List<Order> orders, Deadline deadline) {
        Relay relay = relays.relay(deadline);
        new Mending(relay).run(orders.stream().flatMap(order -> order.drafts().stream()).toList());
        return relay.used();
    }

    /** What is left of them under a policy, all of it told. */
    private static List<Order> kept(List<Order> orders, OnLowQuality policy) {
        List<Order> kept = orders.stream().map(order -> order.under(policy)).toList();
        if (!kept.isEmpty()
                && kept.stream().allMatch(order -> order.missing() != null)
                && kept.stream().anyMatch(order -> order.status() == Status.LOW_QUALITY)) {
            throw new DragomanException(
                    ErrorCode.LOW_QUALITY,
                    "Every version has a sentence that says what its source does not.");
        }
        kept.forEach(Order::finish);
        return kept;
    }

    /** A text and the part it is, if it is one. */
    private record Laying(Part.@Nullable Kind part, Layout layout) {}
}
