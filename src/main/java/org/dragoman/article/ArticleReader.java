package org.dragoman.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dragoman.article.Article.Reason;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Reads a scraped text: finds the headline and the paragraphs, and drops what the page added to
 * them. Precision comes first: what is not known to be clutter stays. Nothing is normalised; all
 * text is returned as it stands in the input. Thread-safe; the time grows with the input's length.
 */
@ApplicationScoped
public class ArticleReader {
    private final AuthorLine author;
    private final Cuts cuts;
    private final List<Rule> rules;

    public ArticleReader() {
        Phrasebook book = Phrasebook.standard();
        TimeLine time = new TimeLine(book);
        this.author = new AuthorLine(book, time);
        this.cuts = new Cuts(book, author, time);
        this.rules =
                List.of(
                        new SeparatorRule(),
                        new PhraseRule(book, "cookie-notice", Reason.COOKIE_NOTICE),
                        new ButtonRule(book, "cookie-button", Reason.COOKIE_NOTICE),
                        new CreditsRule(book),
                        new PhraseRule(book, "credits", Reason.CREDITS),
                        new RelatedRule(book),
                        new PhraseRule(book, "navigation", Reason.NAVIGATION),
                        new PhraseRule(book, "promotion", Reason.PROMOTION),
                        new PhraseRule(book, "caption", Reason.CAPTION),
                        new CaptionRule(book),
                        new BylineRule(author, time),
                        new MenuRule(book),
                        new HeadlineRule(book));
    }

    /**
     * The article in {@code input}; spans are in UTF-16 units of the input.
     *
     * @throws DragomanException with NO_ARTICLE when the input is blank or nothing but clutter
     */
    public Article read(String input) {
        Page page = new Page(Lines.of(input));
        rules.forEach(rule -> rule.apply(page));
        Assembly assembly = new Assembly(input);
        for (int i = 0; i < page.size(); i++) {
            add(assembly, page, i);
        }
        if (assembly.isEmpty()) {
            throw new DragomanException(
                    ErrorCode.NO_ARTICLE, "The text is blank or nothing but clutter.");
        }
        return assembly.article(author);
    }

    private void add(Assembly assembly, Page page, int index) {
        Block block = page.block(index);
        if (!page.kept(index)) {
            assembly.add(new Piece(block.source(), page.reason(index)));
        } else if (page.isHeadline(index)) {
            assembly.headline(block.source());
        } else {
            cuts.of(block).forEach(assembly::add);
        }
    }
}
