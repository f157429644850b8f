package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/**
 * A sentence of the source on its way through one model after another. Between two of them it is
 * ordinary text in the pivot's language: what was taken off it for the one is back before the next
 * takes off what it cannot read. It may have become several sentences there; the next model is
 * given each by itself, and all of them stand for the one sentence of the source. For one thread.
 */
final class Passage {
    private final String source;
    private final Layout.Open open;
    private final Rewritten whole;
    private String text;
    private List<Span> spans = List.of();
    private Spacing spacing = Spacing.AS_IT_IS;
    private List<Sentence> sentences = List.of();
    private boolean kept;
    private boolean split;

    /**
     * @param open quotations that are open where the sentence begins
     * @param whole what is to be done once for the whole way
     */
    Passage(String source, Layout.Open open, Rewritten.Rule whole) {
        this.source = source;
        this.open = open;
        this.whole = whole.rewrite(source);
        this.text = this.whole.text();
    }

    /** Asks the first model for the sentence. */
    void ask(Round round, Pair pair) {
        ask(List.of(new Span(0, text.length())), round, pair);
    }

    /** Asks a later model for what the one before it made of the sentence. */
    void askOn(Round round, Pair pair, SentenceSplitter splitter) {
        ask(splitter.split(text, pair.source()), round, pair);
    }

    private void ask(List<Span> given, Round round, Pair pair) {
        if (kept) {
            return;
        }
        spans = given;
        spacing = Spacing.of(pair);
        sentences = new ArrayList<>();
        Layout.Open depth = open;
        for (Span span : spans) {
            sentences.add(new Sentence(span.in(text), round, pair, depth));
            depth = depth.after(span.in(text));
        }
    }

    /** Takes what the model that was asked makes of it; waits for it. */
    void take() {
        if (kept) {
            return;
        }
        split |= sentences.stream().anyMatch(Sentence::split);
        if (sentences.stream().anyMatch(Sentence::kept)) {
            kept = true;
        } else {
            List<String> targets = sentences.stream().map(Sentence::target).toList();
            text = Layout.of(text, spans).with(targets, spacing).text();
        }
    }

    boolean split() {
        return split;
    }

    /**
     * Whether the source stands in the version because a model could not read it or gave nothing.
     */
    boolean kept() {
        return kept;
    }

    /** What stands for the sentence in the version. */
    String target() {
        return kept ? source : whole.restore().apply(text);
    }
}
