package org.dragoman.summarization;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.model.SearchOptions;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;

/**
 * Summarises a text of any length by a model that reads only so much at once. A text of one chunk
 * is summarised directly, within the asked lengths. Of a longer one each chunk is summarised as the
 * model does by default; when the summaries together are more than is asked they are one text,
 * which is summarised in the same way, until one chunk is left or it becomes no shorter (Wu et al.
 * 2021, "Recursively summarizing books"). A sentence written twice counts once. For one thread.
 */
final class Fusion {
    private final Writer writer;
    private final Subject subject;
    private final SentenceSplitter splitter;
    private final Chunks chunks;

    Fusion(Writer writer, Subject subject, SentenceSplitter splitter, ClauseSplitter clauses) {
        this.writer = writer;
        this.subject = subject;
        this.splitter = splitter;
        this.chunks = new Chunks(writer.model(), clauses, subject.language());
    }

    /**
     * What came of a text.
     *
     * @param sentences whole ones, in order; none when the model wrote none
     * @param written what the model made of each chunk of the text
     */
    record Fused(List<String> sentences, List<Written> written) {}

    /**
     * Summarises the sentences of the article.
     *
     * @param banned sequences of ids that are not written
     */
    Fused fuse(Maxima maxima, List<List<Integer>> banned) {
        List<String> sentences = subject.sentences().stream().map(Candidate::text).toList();
        List<Chunks.Chunk> reading = chunks.of(sentences);
        List<Written> written =
                writer.write(reading, options(reading, sentences, maxima).without(banned));
        List<String> summary = whole(written);
        while (reading.size() > 1 && summary.size() > 1 && !allowed(summary, maxima)) {
            reading = chunks.of(summary);
            SearchOptions options = options(reading, summary, maxima).without(banned);
            List<String> next = whole(writer.write(reading, options));
            if (next.isEmpty() || words(next) >= words(summary)) {
                break;
            }
            summary = next;
        }
        return new Fused(summary, written);
    }

    private SearchOptions options(
            List<Chunks.Chunk> chunks, List<String> sentences, Maxima maxima) {
        if (chunks.size() > 1) {
            return writer.model().search();
        }
        double tokens = chunks.get(0).source().length;
        return Lengths.of(writer.model(), maxima, tokens / Math.max(1, words(sentences)));
    }

    private List<String> whole(List<Written> written) {
        Set<String> sentences = new LinkedHashSet<>();
        written.forEach(each -> sentences.addAll(each.sentences(splitter, subject.language())));
        return List.copyOf(sentences);
    }

    private boolean allowed(List<String> sentences, Maxima maxima) {
        return maxima.allow(sentences.size(), words(sentences));
    }

    private long words(List<String> sentences) {
        return sentences.stream().mapToLong(subject.words()::count).sum();
    }
}
