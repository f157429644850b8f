package org.dragoman.text;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dragoman.text.Lexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each gap of one text whether a sentence ends there: rules for quotations, initials and
 * shortened words over a lexicon of the language. Immutable.
 */
final class SentenceEnds {
    private static final int LONGEST_TOKEN = 24;
    private static final int LONGEST_ADDRESS = 64;
    private static final Pattern ACRONYM =
            Pattern.compile("(\\p{L}+-)?(\\p{L}{1,2}[.]-?)+\\p{L}{1,2}");
    private static final Pattern INITIAL = Pattern.compile("(\\p{Lu}[.]?-)?\\p{Lu}");
    private static final Pattern ENUMERATION = Pattern.compile("\\d{1,3}|[IVX]{1,5}");
    private static final Set<String> DOMAINS =
            Set.of("com", "net", "org", "gov", "edu", "info", "biz", "js", "html", "php", "pdf");

    private final String text;
    private final Lexicon lexicon;
    private final Lines lines;
    private final @Nullable BitSet allowed;

    /**
     * @param allowed where sentences of a language without a lexicon may end; null: anywhere
     */
    SentenceEnds(String text, Lexicon lexicon, @Nullable BitSet allowed) {
        this.text = text;
        this.lexicon = lexicon;
        this.allowed = allowed;
        this.lines = new Lines(text, lexicon);
    }

    /** Whether the sentence that begins at {@code start} ends at {@code gap}. */
    boolean at(Gap gap, int start) {
        if (breaksLine(gap) && lines.end(gap.next())) {
            return true;
        }
        Follower next = new Follower(text, gap.next());
        return gap.terminated()
                && gap.mark() > start
                && !next.continues()
                && (gap.glued() ? endsGlued(gap, next) : allowed(gap, next))
                && ends(gap, start, next);
    }

    private boolean breaksLine(Gap gap) {
        for (int i = gap.end(); i < gap.next(); i++) {
            if (Marks.breaksLine(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** ICU breaks after an opening mark that follows without a space. */
    private boolean allowed(Gap gap, Follower next) {
        if (allowed == null) {
            return true;
        }
        int boundary = allowed.nextSetBit(gap.markEnd());
        return boundary >= 0 && boundary <= next.word();
    }

    private boolean ends(Gap gap, int start, Follower next) {
        if (ellipsis(gap)) {
            return !looseEllipsis(gap) || next.starts(lexicon);
        }
        return text.charAt(gap.markEnd() - 1) == '.'
                ? endsWithDot(gap, start, next)
                : next.starts(lexicon) || endsLoudly(gap, next);
    }

    private boolean ellipsis(Gap gap) {
        char last = text.charAt(gap.markEnd() - 1);
        return last == '…' || (last == '.' && gap.markEnd() - gap.mark() > 1);
    }

    /** An ellipsis after a space or a bracket stands for words left out in mid-sentence. */
    private boolean looseEllipsis(Gap gap) {
        char before = gap.mark() == 0 ? ' ' : text.charAt(gap.mark() - 1);
        return WhiteSpace.is(before) || Marks.opens(before);
    }

    /** Neither within "Who?" Smith asked nor within Yahoo! Inc. */
    private boolean endsLoudly(Gap gap, Follower next) {
        return !(quoted(gap) && next.reports(lexicon))
                && !lexicon.lists(Kind.EXCLAIMED, token(gap.mark()));
    }

    private boolean endsWithDot(Gap gap, int start, Follower next) {
        String token = token(gap.mark());
        int begin = gap.mark() - token.length();
        if (lexicon.lists(Kind.CLOSING, token)) {
            return !lexicon.lists(Kind.AFTER, next.letters());
        }
        if (heldBack(token, next) || enumerates(token, begin, start) || strayDot(gap)) {
            return false;
        }
        return !shortened(token, begin) || endsShortened(gap, begin > start, next);
    }

    /** A dot a page put on its own into a phrase: "the Duke of . Edinburgh", "Mr . Cameron". */
    private boolean strayDot(Gap gap) {
        int end = WhiteSpace.skipBack(text, Math.max(0, gap.mark() - 2), gap.mark());
        String before = end < gap.mark() ? token(end) : "";
        return lexicon.lists(Kind.DANGLING, before) || lexicon.lists(Kind.TITLE, before);
    }

    private boolean heldBack(String token, Follower next) {
        return lexicon.lists(Kind.TITLE, token)
                || (lexicon.lists(Kind.NUMBER, token) && next.number())
                || (token.length() == 1 && next.initial());
    }

    private boolean endsShortened(Gap gap, boolean inside, Follower next) {
        return inside && !next.digit() && (quoted(gap) || next.starts(lexicon));
    }

    private boolean shortened(String token, int begin) {
        if (INITIAL.matcher(token).matches()) {
            return !(lexicon.lists(Kind.LETTER, token) && afterLow(begin));
        }
        return lexicon.lists(Kind.NAME, token) || ACRONYM.matcher(token).matches();
    }

    /** "1." or "IV." at the start of a line is its number, not its end. */
    private boolean enumerates(String token, int begin, int start) {
        return begin == start && ENUMERATION.matcher(token).matches();
    }

    /** Whether the word before {@code begin} ends in a small letter: "So do I." */
    private boolean afterLow(int begin) {
        int end = WhiteSpace.skipBack(text, Math.max(0, begin - 2), begin);
        return end > 0 && end < begin && Character.isLowerCase(text.charAt(end - 1));
    }

    private boolean quoted(Gap gap) {
        return gap.end() > gap.markEnd() && Marks.quotes(text.charAt(gap.markEnd()));
    }

    /** The letters, figures and dots before {@code end}; empty when there are too many. */
    private String token(int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_TOKEN && inToken(text.charAt(start - 1))) {
            start--;
        }
        return end - start > LONGEST_TOKEN ? "" : text.substring(start, end);
    }

    private static boolean inToken(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '.' || unit == '-' || unit == 'º';
    }

    /** No space follows: an end in scripts without spaces, or where a page lost one. */
    private boolean endsGlued(Gap gap, Follower next) {
        int last = text.codePointBefore(gap.markEnd());
        if (last > 0x7F && last != '…') {
            return allowed(gap, next);
        }
        return next.capitalised()
                && !DOMAINS.contains(next.letters().toLowerCase(Locale.ROOT))
                && (gap.end() > gap.markEnd() || wordBefore(gap.mark()))
                && !inAddress(gap.mark());
    }

    /** A word in small letters, a year or a bracket, and no shortened one. */
    private boolean wordBefore(int mark) {
        String token = token(mark);
        int shortest = lexicon.isEmpty() ? 4 : 2;
        if (token.isEmpty()) {
            return mark > 0 && Marks.closes(text.charAt(mark - 1));
        }
        return token.length() >= shortest
                && (token.chars().allMatch(Character::isLowerCase)
                        || (token.length() == 4 && token.chars().allMatch(Character::isDigit))
                        || token.chars().skip(1).allMatch(Character::isLowerCase));
    }

    private boolean inAddress(int mark) {
        int start = mark;
        while (start > 0
                && mark - start < LONGEST_ADDRESS
                && !WhiteSpace.is(text.charAt(start - 1))) {
            start--;
        }
        String before = text.substring(start, mark);
        return before.startsWith("www.")
                || before.chars().anyMatch(c -> "@/\\=&_#".indexOf(c) >= 0);
    }
}
