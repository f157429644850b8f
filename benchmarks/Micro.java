package org.dragoman.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.quality.segment.SegmentGuard;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.Finding;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What of a digest is plain Java, over texts of growing length: what is linear takes ten times as
 * long for ten times the text. {@code -Darticle} is the text that is repeated, each time with
 * another number in it, {@code -Dvocabulary} a SentencePiece file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Micro {
    private static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final LanguageTag PORTUGUESE = new LanguageTag("pt");
    private static final int LONGEST_SOURCE = 80;

    @Param({"1000", "10000", "100000"})
    public int characters;

    private final SentenceSplitter sentences = new SentenceSplitter();
    private final ClauseSplitter clauses = new ClauseSplitter();
    private final ArticleReader reader = new ArticleReader();
    private final ObjectMapper json = new ObjectMapper();
    private Tokenizer tokenizer;
    private SegmentGuard guard;
    private String text;
    private String unended;
    private List<String> spoken;
    private Article article;

    @Setup
    public void prepare() throws IOException {
        text = text(Files.readString(Path.of(System.getProperty("article"))));
        unended = text.replaceAll("[.!?:;,\"“”]", " ").replaceAll("\\s+", " ");
        tokenizer = SentencePieceTokenizer.load(Path.of(System.getProperty("vocabulary")));
        guard = SegmentGuard.of(ENGLISH, PORTUGUESE, new LanguageDetector());
        spoken = split().stream().map(span -> span.in(text)).toList();
        article = read();
    }

    private String text(String sample) {
        StringBuilder grown = new StringBuilder();
        for (int copy = 1; grown.length() < characters; copy++) {
            grown.append(sample.strip()).append("\n\nThis was number ").append(copy).append(".\n\n");
        }
        return grown.substring(0, characters);
    }

    @Benchmark
    public List<Span> split() {
        return sentences.split(text, ENGLISH);
    }

    /** One sentence that has to be split into as many pieces as the text is long. */
    @Benchmark
    public List<Span> cut() {
        return clauses.split(
                unended,
                new Span(0, unended.length()),
                ENGLISH,
                piece -> piece.length() <= 4 * LONGEST_SOURCE);
    }

    @Benchmark
    public int tokenise() {
        int ids = 0;
        for (String sentence : spoken) {
            ids += tokenizer.encode(sentence, Tokenizer.Direction.SOURCE).ids().length;
        }
        return ids;
    }

    /** The text as one sentence, as a caller may write it. */
    @Benchmark
    public Tokens tokeniseWhole() {
        return tokenizer.encode(text, Tokenizer.Direction.SOURCE);
    }

    @Benchmark
    public Article read() {
        return reader.read(text);
    }

    /** Sentences against themselves: every rule looks, the one for languages speaks. */
    @Benchmark
    public int guard() {
        int found = 0;
        for (String sentence : spoken) {
            found += guard.check(sentence, sentence).size();
        }
        return found;
    }

    /** All of the text as one segment. */
    @Benchmark
    public List<Finding> guardWhole() {
        return guard.check(text, text);
    }

    @Benchmark
    public byte[] json() throws JsonProcessingException {
        return json.writeValueAsBytes(article);
    }
}
