package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/**
 * The stretches of a paragraph that are somebody's words, from an opening mark to its closing one.
 * A sentence with only a part of one would give somebody's words as the article's own. Immutable.
 */
final class Quotations {
    /** Single marks are also apostrophes: one that is not closed within so many units is. */
    private static final int LONGEST_SINGLE = 1_000;

    private final List<Span> quotations;

    private Quotations(List<Span> quotations) {
        this.quotations = List.copyOf(quotations);
    }

    /** The quotations that begin and end in one of {@code paragraphs} of {@code text}. */
    static Quotations in(String text, List<Span> paragraphs) {
        List<Span> found = new ArrayList<>();
        for (Span paragraph : paragraphs) {
            int at = paragraph.start();
            while (at < paragraph.end()) {
                int end = opens(text, at, paragraph) ? closing(text, at, paragraph) : -1;
                if (end > at) {
                    found.add(new Span(at, end));
                }
                at = Math.max(at + 1, end);
            }
        }
        return new Quotations(found);
    }

    /** Whether {@code sentence} begins or ends inside a quotation. */
    boolean cut(Span sentence) {
        return quotations.stream()
                .anyMatch(
                        quotation ->
                                inside(quotation, sentence.start())
                                        || inside(quotation, sentence.end()));
    }

    private static boolean inside(Span quotation, int at) {
        return quotation.start() < at && at < quotation.end();
    }

    private static boolean opens(String text, int at, Span paragraph) {
        boolean mark = "\"“'‘«".indexOf(text.charAt(at)) >= 0;
        return mark
                && (at == paragraph.start() || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && at + 1 < paragraph.end()
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    /** The end after the closing mark; the end of the paragraph when a double mark stays open. */
    private static int closing(String text, int start, Span paragraph) {
        String marks = closing(text.charAt(start));
        boolean single = marks.indexOf('\'') >= 0;
        int limit = single ? Math.min(paragraph.end(), start + LONGEST_SINGLE) : paragraph.end();
        for (int at = start + 1; at < limit; at++) {
            boolean last = at + 1 == paragraph.end();
            if (marks.indexOf(text.charAt(at)) >= 0
                    && (last || !Character.isLetterOrDigit(text.charAt(at + 1)))) {
                return at + 1;
            }
        }
        return single ? -1 : paragraph.end() + 1;
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '“' -> "”";
            case '«' -> "»";
            case '"' -> "\"";
            default -> "'’";
        };
    }
}
