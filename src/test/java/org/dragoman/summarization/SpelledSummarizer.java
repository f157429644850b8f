package org.dragoman.summarization;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
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
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A summariser of English that is a function of text, one token a code point and one for the end;
 * what it writes is cut where its longest target ends. It notes what it read, how it was searched
 * and how many leases are open. Nothing embeds beside it.
 */
final class SpelledSummarizer implements Models, Inference {
    static final String NAME = "spelled-summarizer";
    private static final int END = 0;
    private static final SentenceSplitter SENTENCES = new SentenceSplitter();
    private static final ClauseSplitter CLAUSES = new ClauseSplitter();

    private final UnaryOperator<String> reading;
    private final int longestSource;
    private final List<String> read = new ArrayList<>();
    private final List<SearchOptions.Lengths> searched = new ArrayList<>();
    private SearchOptions.Lengths lengths =
            new SearchOptions.Lengths(OptionalInt.empty(), OptionalInt.of(401), 0, 60);
    private UnaryOperator<String> again = text -> "";
    private int leases;

    SpelledSummarizer(int longestSource, UnaryOperator<String> reading) {
        this.longestSource = longestSource;
        this.reading = reading;
    }

    /** With another longest target than 400 tokens, and another shortest than 60. */
    SpelledSummarizer writing(int least, int most) {
        lengths = new SearchOptions.Lengths(OptionalInt.of(most), OptionalInt.empty(), 0, least);
        return this;
    }

    /** With what it writes where it may not write everything. */
    SpelledSummarizer again(UnaryOperator<String> otherwise) {
        again = otherwise;
        return this;
    }

    List<String> read() {
        return read;
    }

    List<SearchOptions.Lengths> searched() {
        return searched;
    }

    int leases() {
        return leases;
    }

    Summarizer summarizer() {
        return new Summarizer(this, this, SENTENCES, CLAUSES);
    }

    /** The summary of a text in English. */
    Summarizer.Outcome summarize(String text, SummaryRequest request) {
        Article article = new ArticleReader().read(text);
        Deadline deadline = Deadline.after(Duration.ofMinutes(1));
        return summarizer().summarize(article, LanguageTag.ENGLISH, request, deadline);
    }

    static SummaryRequest request(
            @Nullable Form form, @Nullable Integer sentences, @Nullable Integer words) {
        return new SummaryRequest(form, sentences, words, Method.ABSTRACTIVE);
    }

    /** The first sentence of a text, empty when it has none. */
    static String first(String text) {
        return SENTENCES.split(text, LanguageTag.ENGLISH).stream()
                .findFirst()
                .map(span -> span.in(text))
                .orElse("");
    }

    LoadedModel.Writing model() {
        SearchOptions greedy = SearchOptions.greedy(END, END).within(lengths);
        return new LoadedModel.Writing(
                new Spelling(), new Reading(longestSource), greedy, Precision.FP32, 0);
    }

    @Override
    public List<ModelCard> cards() {
        return List.of(card());
    }

    @Override
    public RouteGraph routes() {
        return RouteGraph.ofInstalled(List.of());
    }

    @Override
    public Optional<ModelCard> summarizer(LanguageTag language) {
        return language.equals(LanguageTag.ENGLISH) ? Optional.of(card()) : Optional.empty();
    }

    @Override
    public Optional<ModelCard> embedder(LanguageTag language) {
        return Optional.empty();
    }

    @Override
    public Lease lease(String name) {
        leases++;
        return new Lease() {
            @Override
            public ModelCard card() {
                return SpelledSummarizer.card();
            }

            @Override
            public LoadedModel model() {
                return SpelledSummarizer.this.model();
            }

            @Override
            public Lease share() {
                return lease(name);
            }

            @Override
            public void close() {
                leases--;
            }
        };
    }

    @Override
    public List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
        searched.add(options.lengths());
        return rows.stream()
                .map(row -> CompletableFuture.completedFuture(generated(row, options)))
                .toList();
    }

    private Generated generated(Row row, SearchOptions options) {
        String text = new Spelling().decode(row.source());
        read.add(text);
        UnaryOperator<String> writing = options.bans().words().isEmpty() ? reading : again;
        int[] ids = Spelling.ids(writing.apply(text)).toArray();
        int most = Lengths.mostNew(options.lengths(), new Reading(longestSource).limits());
        boolean ended = ids.length < most;
        return new Generated(List.of(Hypothesis.of(ended ? ids : Arrays.copyOf(ids, most), ended)));
    }

    @Override
    public List<CompletableFuture<float[]>> embed(
            Lease lease, List<Tokens> rows, Deadline deadline) {
        throw new UnsupportedOperationException("This model writes");
    }

    private static ModelCard card() {
        ModelFile weights = new ModelFile(ModelFile.Role.WEIGHTS, "weights", "", "0".repeat(64), 0);
        return new ModelCard(
                NAME,
                "spelled",
                Uses.summarizing(Set.of(LanguageTag.ENGLISH), ""),
                List.of(weights),
                new ModelSource.Pip("none==0", 0),
                new Upstream("none", "1", "none", null),
                null,
                false);
    }

    private static final class Spelling implements Tokenizer {
        static IntStream ids(String text) {
            return text.codePoints().map(sign -> sign + 1);
        }

        @Override
        public Tokens encode(String text, Direction direction) {
            int[] ids = IntStream.concat(ids(text), IntStream.of(END)).toArray();
            List<@Nullable Span> spans = new ArrayList<>();
            for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
                spans.add(new Span(at, text.offsetByCodePoints(at, 1)));
            }
            spans.add(null);
            return new Tokens(ids, spans);
        }

        @Override
        public String decode(int[] ids) {
            StringBuilder text = new StringBuilder();
            Arrays.stream(ids).filter(id -> id != END).forEach(id -> text.appendCodePoint(id - 1));
            return text.toString();
        }

        @Override
        public void close() {}
    }

    private record Reading(int longestSource) implements SequenceModel {
        @Override
        public Limits limits() {
            return new Limits(0x110001, longestSource, 1001, 1, 0);
        }

        @Override
        public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
            throw new UnsupportedOperationException("Answers come without steps");
        }

        @Override
        public void close() {}
    }
}
