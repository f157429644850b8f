package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;

/** What holds for the spans of any text. */
final class SpanChecks {
    private SpanChecks() {}

    /** Spans ascend, lie in the text and cut no character; gives the units they cover. */
    static BitSet holdFor(String text, Tokens tokens) {
        assertThat(tokens.spans()).hasSize(tokens.length());
        BitSet covered = new BitSet();
        int start = 0;
        int end = 0;
        for (Span span : tokens.spans()) {
            if (span != null) {
                assertThat(span.start()).isGreaterThanOrEqualTo(start);
                assertThat(span.end()).isBetween(end, text.length());
                start = span.start();
                end = span.end();
                assertThat(cuts(text, start) || cuts(text, end)).isFalse();
                covered.set(start, end);
            }
        }
        return covered;
    }

    private static boolean cuts(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }
}
