package org.dragoman.text;

import java.util.regex.Pattern;
import org.dragoman.text.Lexicon.Kind;

/**
 * Decides whether a dot ends a sentence or shortens a word, an initial, an ordinal. Immutable.
 *
 * <p>Rules on capitals hold back nothing in scripts that have none: there a single letter with a
 * dot is an initial all the same, and a word that starts sentences is known by the lexicon alone.
 */
final class Dots {
    private static final int LONGEST_TOKEN = 24;
    private static final int LONGEST_PART = 5;

    private static final String LETTER =
            "(?:\\p{Lu}|[\\p{Lo}&&[\\p{IsArabic}\\p{IsHebrew}\\p{IsGeorgian}\\p{IsDevanagari}"
                    + "\\p{IsBengali}\\p{IsGujarati}\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}"
                    + "\\p{IsMalayalam}]])\\p{M}*";
    private static final Pattern ACRONYM =
            Pattern.compile("(\\p{L}+-)?((\\p{L}\\p{M}*){1,2}[.]-?)+(\\p{L}\\p{M}*){1,2}");
    private static final Pattern INITIAL = Pattern.compile("(" + LETTER + "[.]?-)?" + LETTER);
    private static final Pattern ENUMERATION = Pattern.compile("\\p{Nd}{1,3}|[IVX]{1,5}");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2}[.])?\\d{1,3}|[IVXLC]{1,7}");
    private static final Pattern SINGLE = Pattern.compile("\\p{L}\\p{M}*");
    private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final String text;
    private final Lexicon lexicon;

    Dots(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /** Whether the sentence that begins at {@code start} ends with the dot of {@code gap}. */
    boolean end(Gap gap, int start, Follower next) {
        int begin = begin(gap.mark());
        String token = bare(WHITE.matcher(text.substring(begin, gap.mark())).replaceAll(""));
        if (lexicon.lists(Kind.CLOSING, token) && !capitalTitle(token, begin)) {
            return !lexicon.lists(Kind.AFTER, next.letters());
        }
        if (heldBack(token, begin, next) || enumerates(token, begin, start) || stray(gap)) {
            return false;
        }
        return !shortened(token, begin) || endsShortened(gap, begin > start, next);
    }

    /** A dot a page put on its own into a phrase: "the Duke of . Edinburgh", "Mr . Cameron". */
    private boolean stray(Gap gap) {
        int end = WhiteSpace.skipBack(text, Math.max(0, gap.mark() - 2), gap.mark());
        String before = end < gap.mark() ? token(end) : "";
        return lexicon.lists(Kind.DANGLING, before) || lexicon.lists(Kind.TITLE, before);
    }

    /** What is listed as a title too is none after a figure: г. is a town, and a year in 2010 г. */
    private boolean heldBack(String token, int begin, Follower next) {
        boolean title =
                lexicon.lists(Kind.TITLE, token)
                        && !(lexicon.lists(Kind.NAME, token) && afterFigure(begin));
        return title
                || (numbers(token) && next.number())
                || (SINGLE.matcher(token).matches() && next.initial());
    }

    /** A title that with a small letter is a unit: Min. Costa, and 5 min. */
    private boolean capitalTitle(String token, int begin) {
        return lexicon.all(Kind.TITLE).contains(token) && !afterFigure(begin);
    }

    private boolean numbers(String token) {
        return lexicon.lists(Kind.NUMBER, token) || lexicon.listsEnd(Kind.NUMBER, token);
    }

    /** Without the word written together before it, when only the rest is listed. */
    private String bare(String token) {
        return token.length() > 1
                        && lexicon.lists(Kind.PREFIX, token.substring(0, 1))
                        && !lexicon.knows(token)
                        && lexicon.knows(token.substring(1))
                ? token.substring(1)
                : token;
    }

    private boolean endsShortened(Gap gap, boolean inside, Follower next) {
        return inside && !next.digit() && (gap.quoted(text) || next.starts(lexicon));
    }

    private boolean shortened(String token, int begin) {
        if (INITIAL.matcher(token).matches()) {
            return !(lexicon.lists(Kind.LETTER, token) && afterLow(begin));
        }
        return lexicon.lists(Kind.NAME, token)
                || ACRONYM.matcher(token).matches()
                || dotted(token, begin);
    }

    /** An ordinal or a year where the language writes it with a dot; no part of 3:2, 5,50 or 2%. */
    private boolean dotted(String token, int begin) {
        boolean alone = begin == 0 || WhiteSpace.is(text.charAt(begin - 1)) || brackets(begin - 1);
        return alone
                && ((lexicon.lists(Kind.DOTTED, "ordinal") && ORDINAL.matcher(token).matches())
                        || (lexicon.lists(Kind.DOTTED, "year") && YEAR.matcher(token).matches()));
    }

    private boolean brackets(int index) {
        return Marks.opens(text.charAt(index)) || text.charAt(index) == '–';
    }

    /** "1." or "IV." at the start of a line is its number, not its end. */
    private static boolean enumerates(String token, int begin, int start) {
        return begin == start && ENUMERATION.matcher(token).matches();
    }

    /** Whether the word before {@code begin} ends in a small letter: "So do I." */
    private boolean afterLow(int begin) {
        int end = WhiteSpace.skipBack(text, Math.max(0, begin - 2), begin);
        return end > 0 && end < begin && Character.isLowerCase(text.charAt(end - 1));
    }

    private boolean afterFigure(int begin) {
        int end = WhiteSpace.skipBack(text, Math.max(0, begin - 2), begin);
        return end > 0 && Character.isDigit(text.charAt(end - 1));
    }

    /** Where the token before {@code end} begins, with what is listed as one with it: z. B. */
    private int begin(int end) {
        String whole = token(end);
        int at = end - whole.length();
        int begin = at;
        for (int parts = 1; parts < 4; parts++) {
            String part = whole.isEmpty() ? "" : partBefore(at);
            if (part.isEmpty()) {
                break;
            }
            at = WhiteSpace.skipBack(text, at - 2, at) - 1 - part.length();
            whole = part + "." + whole;
            begin = lexicon.knows(whole) ? at : begin;
        }
        return begin;
    }

    /** A short token that stands with its dot and one space before {@code at}. */
    private String partBefore(int at) {
        int dot = at < 3 ? -1 : WhiteSpace.skipBack(text, at - 2, at) - 1;
        String part = dot > 0 && dot + 2 == at && text.charAt(dot) == '.' ? token(dot) : "";
        return part.length() > LONGEST_PART ? "" : part;
    }

    /** The letters, figures and dots before {@code end}; empty when there are too many. */
    String token(int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_TOKEN && inToken(text.charAt(start - 1))) {
            start--;
        }
        return end - start > LONGEST_TOKEN ? "" : text.substring(start, end);
    }

    private static boolean inToken(char unit) {
        return Character.isLetterOrDigit(unit)
                || unit == '.'
                || unit == '-'
                || unit == 'º'
                || Marks.attaches(unit);
    }
}
