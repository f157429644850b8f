package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.article.Article.Coverage;
import org.dragoman.article.Article.Dropped;
import org.dragoman.article.Article.Paragraph;
import org.dragoman.article.Article.Part;
import org.dragoman.article.Article.Reason;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of one input together as an article. Belongs to one call; not thread-safe. */
final class Assembly {
    private static final String BLANK_LINE = "\n\n";

    private final String input;
    private final StringBuilder text = new StringBuilder();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private @Nullable Part headline;
    private int kept;
    private int left;

    Assembly(String input) {
        this.input = input;
    }

    void headline(Span source) {
        headline = part(source);
        kept += source.length();
    }

    void add(Piece piece) {
        Reason reason = piece.reason();
        if (reason == null) {
            addParagraph(piece.source());
        } else {
            dropped.add(new Dropped(piece.source().in(input), piece.source(), reason));
            left += piece.source().length();
        }
    }

    private void addParagraph(Span source) {
        if (!text.isEmpty()) {
            text.append(BLANK_LINE);
        }
        int start = text.length();
        text.append(input, source.start(), source.end());
        paragraphs.add(new Paragraph(source, new Span(start, text.length())));
        kept += source.length();
    }

    boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    Article article(AuthorLine author) {
        Coverage coverage = new Coverage(input.length(), kept, left, input.length() - kept - left);
        return new Article(
                headline,
                byline(author).orElse(null),
                dateline().map(this::part).orElse(null),
                text.toString(),
                paragraphs,
                dropped,
                coverage);
    }

    /** The first line that names somebody; lines that say when the text appeared do not. */
    private Optional<Part> byline(AuthorLine author) {
        return dropped.stream()
                .filter(each -> each.reason() == Reason.BYLINE && author.isAuthor(each.text()))
                .map(each -> new Part(each.text(), each.source()))
                .findFirst();
    }

    private Optional<Span> dateline() {
        return Dateline.find(input, paragraphs.get(0).source());
    }

    private Part part(Span source) {
        return new Part(source.in(input), source);
    }
}
