package org.dragoman.summarization;

import java.util.EnumSet;
import java.util.Set;
import org.dragoman.article.Article;
import org.dragoman.quality.support.Words;
import org.dragoman.summarization.Candidate.Trait;
import org.dragoman.text.Span;

/** Tells what speaks against the sentences of one article. */
final class Traits {
    private static final String QUOTATION_MARKS = "\"'“‘„«‹「『";

    private final Quotations quotations;
    private final Openings openings;
    private final Words words;

    Traits(Article article, Openings openings, Words words) {
        this.quotations =
                Quotations.in(
                        article.text(),
                        article.paragraphs().stream().map(Article.Paragraph::span).toList());
        this.openings = openings;
        this.words = words;
    }

    Set<Trait> of(Span span, String text) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (quotations.cut(span) || Fragments.matches(text, words.count(text))) {
            traits.add(Trait.FRAGMENT);
        }
        if (openings.lean(text)) {
            traits.add(Trait.LEANING);
        }
        if (QUOTATION_MARKS.indexOf(text.charAt(0)) >= 0) {
            traits.add(Trait.QUOTED);
        }
        return traits;
    }
}
