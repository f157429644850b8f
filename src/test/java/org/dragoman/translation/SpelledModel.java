package org.dragoman.translation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dragoman.failure.DragomanException;
import org.dragoman.generation.Hypothesis;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Decoder;
import org.dragoman.model.Lease;
import org.dragoman.model.Limits;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelSource;
import org.dragoman.model.Models;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.RouteGraph;
import org.dragoman.model.Scoring;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Tokens;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;

/**
 * Translators that are functions of text. One token a code point. From English to Portuguese they
 * spell ASCII but @ and #, and the letters of Portuguese, and have one unknown for the rest, as the
 * default models have; for another pair they spell all but private characters. They note what they
 * were sent, and how many leases are open.
 */
final class SpelledModel implements Models, Inference {
    private final Map<String, UnaryOperator<String>> readings = new HashMap<>();
    private final List<ModelCard> cards = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> leased = new ArrayList<>();
    private final List<List<String>> together = new ArrayList<>();
    private int room = Integer.MAX_VALUE;
    private Function<String, List<String>> alternatives = text -> List.of();
    private Guards.Guard guard = Guards.Guard.NONE;

    SpelledModel(UnaryOperator<String> reading) {
        this(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE, reading);
    }

    SpelledModel(LanguageTag from, LanguageTag to, UnaryOperator<String> reading) {
        also(from.value(), to.value(), reading);
    }

    /** With a model for another pair, named after it: {@code spelled-pt-en}. */
    SpelledModel also(String from, String to, UnaryOperator<String> reading) {
        ModelCard card = card(from, to);
        cards.add(card);
        readings.put(card.name(), reading);
        return this;
    }

    /** With answers, beside its own, when it is asked for several. */
    SpelledModel alternatives(Function<String, List<String>> found) {
        alternatives = found;
        return this;
    }

    /** With somebody who looks at its answers. */
    SpelledModel lookedAt(Guards.Guard by) {
        guard = by;
        return this;
    }

    /** With room for so many models in use. */
    SpelledModel withRoomFor(int models) {
        room = models;
        return this;
    }

    List<String> sent() {
        return sent;
    }

    int leases() {
        return leased.size();
    }

    /** Each time something was sent, the models that were leased just then. */
    List<List<String>> together() {
        return together;
    }

    Translator translator() {
        return translator(400);
    }

    Translator translator(int longestSource) {
        return new Translator(
                new Relays(this, this, new ClauseSplitter(), () -> longestSource),
                new SentenceSplitter(),
                (source, target) -> guard);
    }

    @Override
    public List<ModelCard> cards() {
        return cards;
    }

    @Override
    public RouteGraph routes() {
        return RouteGraph.ofInstalled(cards);
    }

    @Override
    public Optional<ModelCard> summarizer(LanguageTag language) {
        return Optional.empty();
    }

    @Override
    public Optional<ModelCard> embedder(LanguageTag language) {
        return Optional.empty();
    }

    @Override
    public Lease lease(String name) {
        if (!leased.contains(name) && leased.stream().distinct().count() >= room) {
            throw DragomanException.crowded("No room beside the models in use", Duration.ZERO);
        }
        leased.add(name);
        return new Spelled(name);
    }

    @Override
    public List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
        together.add(leased.stream().distinct().toList());
        boolean several = options.beam().answers() > 1;
        return rows.stream().map(row -> generated(lease.card().name(), row, several)).toList();
    }

    private CompletableFuture<Generated> generated(String model, Row row, boolean several) {
        Spelling spelling = spelling(model);
        String text = spelling.decode(row.source());
        sent.add(text);
        List<String> answers = new ArrayList<>();
        answers.add(Objects.requireNonNull(readings.get(model)).apply(text));
        answers.addAll(several ? alternatives.apply(text) : List.of());
        return CompletableFuture.completedFuture(
                new Generated(
                        answers.stream()
                                .map(answer -> spelling.ids(answer).toArray())
                                .map(ids -> Hypothesis.of(ids, true))
                                .toList()));
    }

    @Override
    public List<CompletableFuture<float[]>> embed(
            Lease lease, List<Tokens> rows, Deadline deadline) {
        throw new UnsupportedOperationException("This model writes");
    }

    private static ModelCard card(String from, String to) {
        ModelFile weights = new ModelFile(ModelFile.Role.WEIGHTS, "weights", "", "0".repeat(64), 0);
        return new ModelCard(
                "spelled-" + from.toLowerCase(Locale.ROOT) + "-" + to.toLowerCase(Locale.ROOT),
                "spelled",
                Uses.translating(Set.of(new LanguageTag(from)), Set.of(new LanguageTag(to))),
                List.of(weights),
                new ModelSource.Pip("none==0", 0),
                new Upstream("none", "1", "none", null),
                null,
                false);
    }

    private static Spelling spelling(String model) {
        return new Spelling(!model.endsWith("-pt"));
    }

    private final class Spelled implements Lease {
        private final String name;

        Spelled(String name) {
            this.name = name;
        }

        @Override
        public ModelCard card() {
            return cards.stream().filter(each -> each.name().equals(name)).findFirst().get();
        }

        @Override
        public LoadedModel model() {
            return new LoadedModel.Writing(
                    spelling(name),
                    new Written(),
                    SearchOptions.greedy(Spelling.EOS, Spelling.EOS),
                    Precision.FP32,
                    0);
        }

        @Override
        public Lease share() {
            return lease(name);
        }

        @Override
        public void close() {
            leased.remove(name);
        }
    }

    private static final class Written implements SequenceModel {
        @Override
        public Limits limits() {
            return new Limits(0x110002, 1000, 1000, 3, 0);
        }

        @Override
        public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
            throw new UnsupportedOperationException("Answers come without steps");
        }

        @Override
        public void close() {}
    }
}
