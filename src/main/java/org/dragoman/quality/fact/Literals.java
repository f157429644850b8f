package org.dragoman.quality.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.text.Span;

/**
 * Finds what no translation changes: addresses, handles, hashtags, placeholders, tags. Every
 * pattern is bounded, so it takes time in proportion to the text.
 */
public final class Literals {
    private static final String TOP_LEVEL =
            "com|org|net|edu|gov|int|info|io|eu|uk|de|fr|es|it|pt|br|ru|ua|cn|jp|in|tr|nl|pl|us|co|me|tv|app|news";

    private record Rule(Literal.Kind kind, String sign, Pattern pattern) {}

    private static final List<Rule> RULES =
            List.of(
                    rule(
                            Literal.Kind.PLACEHOLDER,
                            "{",
                            "\\$?\\{{1,2}[\\p{Alnum}_.:# -]{1,40}\\}{1,2}"),
                    rule(
                            Literal.Kind.PLACEHOLDER,
                            "%",
                            "(?<!\\d)%(?:\\d{1,2}\\$|\\(\\w{1,40}\\))?(?:[sdifu]|\\.\\d{1,2}f|@)(?!\\p{L})"),
                    rule(
                            Literal.Kind.TAG,
                            "<",
                            "</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\\s[^<>]{0,400})?/?>"),
                    rule(
                            Literal.Kind.MAIL,
                            "@",
                            "[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,4}"),
                    rule(Literal.Kind.ADDRESS, "://", "\\b(?:https?|ftp)://[!-~]{1,500}"),
                    rule(Literal.Kind.ADDRESS, "www.", "\\bwww\\.[\\p{Alnum}-][!-~]{1,500}"),
                    rule(
                            Literal.Kind.ADDRESS,
                            ".",
                            "(?<![\\p{Alnum}@._-])[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{2,63}){0,3}\\.(?:"
                                    + TOP_LEVEL
                                    + ")(?![\\p{Alnum}_-]|\\.[\\p{Alnum}])(?:/[!-~]{0,500})?"),
                    rule(Literal.Kind.HANDLE, "@", "(?<![\\p{Alnum}_@.])@[A-Za-z0-9_]{2,40}"),
                    rule(
                            Literal.Kind.HASHTAG,
                            "#",
                            "(?<![\\p{L}\\p{N}_#&])#[\\p{L}_][\\p{L}\\p{M}\\p{N}_]{0,60}"));

    private Literals() {}

    private static Rule rule(Literal.Kind kind, String sign, String pattern) {
        return new Rule(kind, sign, Pattern.compile(pattern));
    }

    /** The literals of {@code text} in order; they do not overlap. */
    public static List<Literal> in(String text) {
        List<Literal> found = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Rule rule : RULES) {
            if (text.contains(rule.sign())) {
                find(text, rule, taken, found);
            }
        }
        found.sort(Comparator.comparingInt(literal -> literal.span().start()));
        return List.copyOf(found);
    }

    private static void find(String text, Rule rule, BitSet taken, List<Literal> found) {
        Matcher matcher = rule.pattern().matcher(text);
        while (matcher.find()) {
            int end = rule.kind() == Literal.Kind.ADDRESS ? trimmed(text, matcher) : matcher.end();
            Span span = new Span(matcher.start(), end);
            int next = taken.nextSetBit(span.start());
            if (next < 0 || next >= span.end()) {
                taken.set(span.start(), span.end());
                found.add(new Literal(span, rule.kind(), span.in(text)));
            }
        }
    }

    /** The end of an address without the marks of the sentence around it. */
    private static int trimmed(String text, Matcher matcher) {
        int end = matcher.end();
        while (end > matcher.start() + 1 && ".,;:!?)]}'\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
