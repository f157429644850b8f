package org.dragoman.text;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.dragoman.text.Lexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each gap of one text whether a sentence ends there: rules for quotations, lost spaces
 * and shortened words over a lexicon of the language. Immutable.
 */
final class SentenceEnds {
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_TITLE = 40;
    private static final Set<String> DOMAINS =
            Set.of("com", "net", "org", "gov", "edu", "info", "biz", "js", "html", "php", "pdf");

    private final String text;
    private final Lexicon lexicon;
    private final Lines lines;
    private final Dots dots;
    private final @Nullable BitSet allowed;

    /**
     * @param allowed where sentences of a language without a lexicon may end; null: anywhere
     */
    SentenceEnds(String text, Lexicon lexicon, @Nullable BitSet allowed) {
        this.text = text;
        this.lexicon = lexicon;
        this.allowed = allowed;
        this.lines = new Lines(text, lexicon);
        this.dots = new Dots(text, lexicon);
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
                && parts(gap, next)
                && ends(gap, start, next);
    }

    private boolean parts(Gap gap, Follower next) {
        if (!gap.glued()) {
            return allowed(gap, next);
        }
        boolean closed = gap.end() > gap.markEnd();
        return !(closed && next.takesUp(lexicon)) && endsGlued(gap, next);
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
                ? dots.end(gap, start, next)
                : (next.starts(lexicon) && !next.caseless()) || endsLoudly(gap, next);
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
        return !(gap.quoted(text) && next.reports(lexicon))
                && !lexicon.lists(Kind.EXCLAIMED, dots.token(gap.mark()));
    }

    /** No space follows: an end in scripts without spaces, or where a page lost one. */
    private boolean endsGlued(Gap gap, Follower next) {
        int last = text.codePointBefore(gap.markEnd());
        if (last > 0x7F && last != '…') {
            return allowed(gap, next) && !figure(gap, next) && !entitles(gap);
        }
        return (last == '.' || next.capitalised())
                ? lostSpace(gap, next)
                : endsUncased(gap, next) && !inAddress(gap.mark());
    }

    private boolean lostSpace(Gap gap, Follower next) {
        boolean begins = next.capitalised() || (next.caseless() && !next.initial());
        return begins
                && !DOMAINS.contains(next.letters().toLowerCase(Locale.ROOT))
                && (gap.end() > gap.markEnd() || wordBefore(gap.mark()))
                && !inAddress(gap.mark());
    }

    /** An ASCII mark between letters of scripts without capitals. */
    private boolean endsUncased(Gap gap, Follower next) {
        int before = gap.mark() == 0 ? ' ' : text.codePointBefore(gap.mark());
        return Character.getType(before) == Character.OTHER_LETTER
                && (next.caseless() || next.unspaced())
                && !entitles(gap);
    }

    /** A full-width full stop between figures. */
    private boolean figure(Gap gap, Follower next) {
        return gap.mark() > 0
                && text.charAt(gap.markEnd() - 1) == '．'
                && Character.isDigit(text.charAt(gap.mark() - 1))
                && next.digit();
    }

    /** Within a title as in 《你好！李焕英》. */
    private boolean entitles(Gap gap) {
        int limit = Math.min(text.length(), gap.markEnd() + LONGEST_TITLE);
        for (int i = gap.markEnd(); i < limit; i++) {
            if (text.charAt(i) == '《' || text.charAt(i) == '》') {
                return text.charAt(i) == '》' && i >= gap.end();
            }
        }
        return false;
    }

    /** A word in small letters, a year or a bracket, and no shortened one. */
    private boolean wordBefore(int mark) {
        String token = dots.token(mark);
        int shortest = lexicon.isEmpty() ? 4 : 2;
        if (token.isEmpty()) {
            return mark > 0 && Marks.closes(text.charAt(mark - 1));
        }
        return token.length() >= shortest
                && (uncased(token)
                        || (token.length() == 4 && token.chars().allMatch(Character::isDigit))
                        || token.chars().skip(1).allMatch(Character::isLowerCase));
    }

    /** Three letters at least, all of a script without capitals. */
    private static boolean uncased(String token) {
        return token.chars().filter(c -> Character.getType(c) == Character.OTHER_LETTER).count() > 2
                && token.chars()
                        .allMatch(
                                c ->
                                        Character.getType(c) == Character.OTHER_LETTER
                                                || Marks.attaches(c));
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
