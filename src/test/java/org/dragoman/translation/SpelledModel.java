package org.dragoman.translation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
 * A translator that is a function of text. One token a code point. From English to Portuguese it
 * spells ASCII but @ and #, and the letters of Portuguese, and has one unknown for the rest, as the
 * default models have; for another pair it spells all but private characters. It notes what it was
 * sent, and how many leases are open.
 */
final class SpelledModel implements Models, Inference {
    private static final int EOS = 0;
    private static final int UNKNOWN = 1;
    private static final String SPELLS = "áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇºª°…";

    private final LanguageTag from;
    private final LanguageTag to;
    private final Spelling spelling;
    private final UnaryOperator<String> reading;
    private final List<String> sent = new ArrayList<>();
    private int leases;

    SpelledModel(UnaryOperator<String> reading) {
        this(LanguageTag.ENGLISH, LanguageTag.PORTUGUESE, reading);
    }

    SpelledModel(LanguageTag from, LanguageTag to, UnaryOperator<String> reading) {
        this.from = from;
        this.to = to;
        this.spelling = new Spelling(!to.equals(LanguageTag.PORTUGUESE));
        this.reading = reading;
    }

    List<String> sent() {
        return sent;
    }

    int leases() {
        return leases;
    }

    Translator translator() {
        return translator(400);
    }

    Translator translator(int longestSource) {
        return new Translator(
                this, this, new SentenceSplitter(), new ClauseSplitter(), () -> longestSource);
    }

    @Override
    public List<ModelCard> cards() {
        return List.of(card());
    }

    @Override
    public Optional<ModelCard> translator(LanguageTag from, LanguageTag to) {
        return from.equals(this.from) && to.equals(this.to)
                ? Optional.of(card())
                : Optional.empty();
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
        leases++;
        return new Lease() {
            @Override
            public ModelCard card() {
                return SpelledModel.this.card();
            }

            @Override
            public LoadedModel model() {
                return new LoadedModel.Writing(
                        spelling, new Written(), SearchOptions.greedy(EOS, EOS), Precision.FP32, 0);
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
        return rows.stream()
                .map(
                        row -> {
                            String text = spelling.decode(row.source());
                            sent.add(text);
                            int[] ids = spelling.ids(reading.apply(text)).toArray();
                            return CompletableFuture.completedFuture(
                                    new Generated(List.of(Hypothesis.of(ids, true))));
                        })
                .toList();
    }

    @Override
    public List<CompletableFuture<float[]>> embed(
            Lease lease, List<Tokens> rows, Deadline deadline) {
        throw new UnsupportedOperationException("This model writes");
    }

    private ModelCard card() {
        ModelFile weights = new ModelFile(ModelFile.Role.WEIGHTS, "weights", "", "0".repeat(64), 0);
        return new ModelCard(
                "spelled-" + from + "-" + to,
                "spelled",
                Uses.translating(Set.of(from), Set.of(to)),
                List.of(weights),
                new ModelSource.Pip("none==0", 0),
                new Upstream("none", "1", "none", null),
                null,
                false);
    }

    private static final class Spelling implements Tokenizer {
        private final boolean everything;

        Spelling(boolean everything) {
            this.everything = everything;
        }

        IntStream ids(String text) {
            return text.codePoints().map(at -> spells(at) ? at + 2 : UNKNOWN);
        }

        private boolean spells(int sign) {
            if (everything) {
                return Character.getType(sign) != Character.PRIVATE_USE;
            }
            return sign < 0x80 ? sign != '@' && sign != '#' : SPELLS.indexOf(sign) >= 0;
        }

        @Override
        public Tokens encode(String text, Direction direction) {
            int[] ids = IntStream.concat(ids(text), IntStream.of(EOS)).toArray();
            return new Tokens(ids, Collections.nCopies(ids.length, (@Nullable Span) null));
        }

        @Override
        public String decode(int[] ids) {
            StringBuilder text = new StringBuilder();
            Arrays.stream(ids)
                    .filter(id -> id != EOS)
                    .forEach(id -> text.appendCodePoint(id == UNKNOWN ? '⁇' : id - 2));
            return text.toString();
        }

        @Override
        public void close() {}
    }

    private static final class Written implements SequenceModel {
        @Override
        public Limits limits() {
            return new Limits(0x110002, 1000, 1000, 3, 0);
        }

        @Override
        public Decoder start(List<Prompt> rows, Scoring scoring) {
            throw new UnsupportedOperationException("Answers come without steps");
        }

        @Override
        public void close() {}
    }
}
