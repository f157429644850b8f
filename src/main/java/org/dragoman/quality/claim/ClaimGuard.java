package org.dragoman.quality.claim;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Stage;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Holds the sentences of a summary against the article they should follow from. Hard rules find
 * what the article contradicts or cannot have said; how much of a sentence the article says, and in
 * how few of its sentences, only ranks it. No model is asked. Takes time in proportion to the
 * texts. Thread-safe.
 */
public final class ClaimGuard {
    private static final List<Rule> RULES =
            List.of(
                    new NumberRule(),
                    new CalendarRule(),
                    new NameRule(),
                    new SubstitutionRule(),
                    new RoleRule(),
                    new AgentRule(),
                    new SwapRule(),
                    new BindingRule(),
                    new QuotationRule(),
                    new PolarityRule(),
                    new OppositeRule());

    /** An article that was read. For one thread. */
    public interface Reading {
        /** What is found about each claim, in their order. */
        List<Judgement> judge(List<Claim> claims);
    }

    /**
     * Reads an article once.
     *
     * @param sentences of {@code text}, ascending
     * @param headline what it says supports claims too; null when there is none
     */
    public Reading read(
            String text, List<Span> sentences, @Nullable String headline, LanguageTag language) {
        Lexicon lexicon = Lexicon.of(language);
        Source source = new Source(text, sentences, headline, lexicon, language);
        Judge judge = new Judge(RULES, source, lexicon, language);
        return claims -> Stage.GUARD.time(() -> claims.stream().map(judge::of).toList());
    }
}
