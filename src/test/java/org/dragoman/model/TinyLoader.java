package org.dragoman.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dragoman.language.LanguageTag;

/** A runtime that keeps nothing but a count: what was loaded and closed, in order. */
class TinyLoader implements ModelLoader {
    final List<String> loaded = new CopyOnWriteArrayList<>();
    final List<String> closed = new CopyOnWriteArrayList<>();
    private final Map<String, Long> bytes = new ConcurrentHashMap<>();

    /** What a model takes; 100 when nothing is said. */
    TinyLoader takes(String name, long size) {
        bytes.put(name, size);
        return this;
    }

    @Override
    public boolean runs(ModelCard card) {
        return card.family().equals("tiny");
    }

    @Override
    public long expectedBytes(InstalledModel installed, Precision precision) {
        return bytes(installed.card().name());
    }

    @Override
    public PrecisionChoice usual(ModelCard card) {
        return new PrecisionChoice(Precision.INT8, "it is tiny");
    }

    @Override
    public LoadedModel load(InstalledModel installed, Precision precision) {
        String name = installed.card().name();
        loaded.add(name);
        return new LoadedModel.Embedding(
                new NoTokenizer(), new Closing(name, closed), precision, bytes(name));
    }

    long bytes(String name) {
        return bytes.getOrDefault(name, 100L);
    }

    private record Closing(String name, List<String> closed) implements Embedder {
        @Override
        public float[][] embed(List<Tokens> rows) {
            return new float[rows.size()][1];
        }

        @Override
        public int longest() {
            return 1;
        }

        @Override
        public Set<LanguageTag> languages() {
            return Set.of(LanguageTag.ENGLISH);
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    private record NoTokenizer() implements Tokenizer {
        @Override
        public Tokens encode(String text, Direction direction) {
            return new Tokens(new int[0], List.of());
        }

        @Override
        public String decode(int[] ids) {
            return "";
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
