package org.dragoman.summarization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dragoman.quality.support.Support;
import org.dragoman.text.Finding;
import org.dragoman.web.Events;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A summary, each sentence with what supports it. Immutable.
 *
 * @param method what ran, never {@link Method#AUTO}
 * @param model the model that wrote or weighed the sentences; null when none did
 * @param bounds present when one sentence was already longer than asked
 * @param text the sentences joined by a space, in Chinese and Japanese by nothing, bullets by a
 *     line break
 * @param sentences in the order of the article when they are its own, else as they were written
 * @param replaced what a model wrote and was refused
 */
public record Summary(
        Form form,
        Method method,
        Reason reason,
        @Schema(nullable = true) @Nullable String model,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bounds bounds,
        String text,
        List<Sentence> sentences,
        List<Replaced> replaced) {

    public Summary {
        Objects.requireNonNull(form);
        Objects.requireNonNull(method);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(text);
        sentences = List.copyOf(sentences);
        replaced = List.copyOf(replaced);
    }

    /** What was found in its sentences. */
    public Stream<Finding> findings() {
        return sentences.stream().flatMap(sentence -> sentence.findings().stream());
    }

    /** Tells of each sentence. */
    public void tell(Events events) {
        for (int i = 0; i < sentences.size(); i++) {
            events.tell("summary-sentence", new SentenceEvent(i, sentences.get(i)));
        }
    }

    /**
     * A sentence of the summary as an event.
     *
     * @param index from 0
     */
    public record SentenceEvent(int index, Sentence sentence) {}

    /** Whether the maxima could be kept; the wire form is the name in lower case. */
    public enum Bounds {
        EXCEEDED
    }

    /**
     * A sentence of the summary.
     *
     * @param support where the article says it, best first
     * @param findings what is wrong with it, with spans in the article's and the summary's text; a
     *     sentence copied from the article has none
     */
    public record Sentence(String text, List<Support> support, List<Finding> findings) {
        public Sentence {
            Objects.requireNonNull(text);
            support = List.copyOf(support);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Something that was written and does not stand in the summary.
     *
     * @param findings why not, with spans in the article's text and in this one
     */
    public record Replaced(String text, List<Finding> findings) {
        public Replaced {
            Objects.requireNonNull(text);
            findings = List.copyOf(findings);
        }
    }
}
