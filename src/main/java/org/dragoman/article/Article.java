package org.dragoman.article;

import java.util.List;
import java.util.Objects;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a scraped text. Every character of the input that is not white space lies in
 * exactly one of the headline's source, the paragraphs' sources and the sources of what was
 * dropped. Byline points at its entry in {@code dropped}; the dateline stays in its paragraph.
 * Immutable.
 *
 * @param text the paragraphs joined by a blank line, without the headline
 * @param paragraphs in order; {@code span} is in {@code text}, {@code source} in the input
 * @param dropped what was left out, in order of the input, with the reason
 */
public record Article(
        @Nullable Part headline,
        @Nullable Part byline,
        @Nullable Part dateline,
        String text,
        List<Paragraph> paragraphs,
        List<Dropped> dropped,
        Coverage coverage) {

    public Article {
        Objects.requireNonNull(text);
        paragraphs = List.copyOf(paragraphs);
        dropped = List.copyOf(dropped);
        Objects.requireNonNull(coverage);
    }

    /** A named part of the article and where it stands in the input. */
    public record Part(String text, Span source) {}

    /** A paragraph: where it stands in the input and in the article's text. */
    public record Paragraph(Span source, Span span) {}

    /** Something that is not the article. */
    public record Dropped(String text, Span source, Reason reason) {}

    /** Why something was dropped; the wire form is the name in kebab case. */
    public enum Reason {
        SITE_LABEL,
        NAVIGATION,
        DUPLICATE_HEADLINE,
        BYLINE,
        CREDITS,
        CAPTION,
        PROMOTION,
        COOKIE_NOTICE
    }

    /**
     * Where the input's UTF-16 units went; {@code characters} = kept + dropped + white space. White
     * space inside a kept or dropped span counts with the span.
     */
    public record Coverage(int characters, int kept, int dropped, int whitespace) {}
}
