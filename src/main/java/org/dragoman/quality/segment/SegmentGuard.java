package org.dragoman.quality.segment;

import java.util.List;
import java.util.stream.Stream;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Stage;
import org.dragoman.text.Finding;

/**
 * Looks at translated segments of one pair of languages for what was changed, lost or added. Knows
 * nothing of models: it compares what the two texts state. What it finds severe is a fact that the
 * target states otherwise or leaves out; the rest is worth a look. Immutable and thread-safe; cheap
 * to make and to keep.
 */
public final class SegmentGuard {
    private static final List<Rule> RULES =
            List.of(
                    new Numbers(),
                    new Forms(),
                    new Days(),
                    new Carried(),
                    new QuotationMarksKept(),
                    new BracketsKept(),
                    new StrayMarks(),
                    new Endings(),
                    new SentencesKept(),
                    new Lengths(),
                    new Loops(),
                    new SourceWords(),
                    new ScriptKept(),
                    new NamesInPlace(),
                    new Negation());

    private final Tongue source;
    private final Tongue target;
    private final List<Rule> rules;
    private final Empty empty = new Empty();

    private SegmentGuard(Tongue source, Tongue target, List<Rule> rules) {
        this.source = source;
        this.target = target;
        this.rules = rules;
    }

    /**
     * The guard of translations from {@code source} into {@code target}, without an eye for the
     * language that the letters of a target tell.
     */
    public static SegmentGuard of(LanguageTag source, LanguageTag target) {
        return new SegmentGuard(Tongue.of(source), Tongue.of(target), RULES);
    }

    /** The same with {@code detector}, which is asked about targets of at least forty letters. */
    public static SegmentGuard of(
            LanguageTag source, LanguageTag target, LanguageDetector detector) {
        List<Rule> rules =
                Stream.concat(RULES.stream(), Stream.of(new RightLanguage(detector, target)))
                        .toList();
        return new SegmentGuard(Tongue.of(source), Tongue.of(target), rules);
    }

    /**
     * What is wrong with {@code translation}, a translation of {@code text}, one sentence or a few;
     * spans in the two, in UTF-16 units. Empty when nothing is. Takes time in proportion to the
     * texts.
     */
    public List<Finding> check(String text, String translation) {
        return Stage.GUARD.time(() -> findings(text, translation));
    }

    private List<Finding> findings(String text, String translation) {
        Side one = Side.of(text, source);
        Side other = Side.of(translation, target);
        List<Finding> nothing = empty.check(one, other);
        return nothing.isEmpty()
                ? rules.stream().flatMap(rule -> rule.check(one, other).stream()).toList()
                : nothing;
    }
}
