package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/**
 * A sentence of the source on its way through one model after another. Between two of them it is
 * ordinary text in the pivot's language: what was taken off it for the one is back before the next
 * takes off what it cannot read. It may have become several sentences there; the next model is
 * given each by itself, and all of them stand for the one sentence of the source. Where a model
 * gave several answers the next is given the best. For one thread.
 */
final class Passage {
    private final String source;
    private final Layout.Open open;
    private final Rewritten.Rule rule;
    private final Rewritten whole;
    private List<Said> said;
    private List<Span> spans = List.of();
    private Spacing spacing = Spacing.AS_IT_IS;
    private List<Sentence> sentences = List.of();
    private boolean kept;
    private boolean split;

    /**
     * @param open quotations that are open where the sentence begins
     * @param rule what is to be done once for the whole way
     */
    Passage(String source, Layout.Open open, Rewritten.Rule rule) {
        this.source = source;
        this.open = open;
        this.rule = rule;
        this.whole = rule.rewrite(source);
        this.said = List.of(Said.unasked(whole.text()));
    }

    /** The same sentence before the first model. */
    Passage again() {
        return new Passage(source, open, rule);
    }

    String source() {
        return source;
    }

    /** Asks the first model for the sentence. */
    void ask(Round round, Pair pair) {
        ask(List.of(new Span(0, text().length())), round, pair);
    }

    /** Asks a later model for what the one before it made of the sentence. */
    void askOn(Round round, Pair pair, SentenceSplitter splitter) {
        ask(splitter.split(text(), pair.source()), round, pair);
    }

    private String text() {
        return said.get(0).text();
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
            sentences.add(new Sentence(span.in(text()), round, pair, depth));
            depth = depth.after(span.in(text()));
        }
    }

    /** Whether the model that was asked is done with it. */
    boolean ready() {
        return kept || sentences.stream().allMatch(Sentence::ready);
    }

    /** Takes what the model that was asked makes of it; waits for it. */
    void take() {
        if (kept) {
            return;
        }
        split |= sentences.stream().anyMatch(Sentence::split);
        Layout layout = Layout.of(text(), spans);
        List<Said> answers =
                Answers.together(
                        sentences.stream().map(Sentence::targets).toList(),
                        targets -> layout.with(targets, spacing).text());
        Said before = said.get(0);
        kept = answers.isEmpty() && !sentences.isEmpty();
        if (!answers.isEmpty()) {
            said = answers.stream().map(answer -> answer.after(before)).toList();
        }
    }

    /** What can stand for the sentence in the version, best first; at least one. */
    List<Rendering> renderings() {
        if (kept) {
            return List.of(Rendering.kept(source));
        }
        return said.stream()
                .map(each -> Rendering.of(whole.restore().apply(each.text()), split, each.scores()))
                .toList();
    }
}
