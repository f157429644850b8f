package org.dragoman.text;

import com.ibm.icu.lang.UScript;
import org.dragoman.language.WritingSystem;

/** What stands after a gap: opening marks, then a word or something else. Immutable. */
final class Follower {
    private static final int LONGEST_WORD = 24;
    private static final int LOOK_AHEAD = 80;

    private final String text;
    private final int start;
    private final int word;

    Follower(String text, int start) {
        this.text = text;
        this.start = start;
        int index = start;
        while (index < text.length() && index < start + 4 && opens(index)) {
            index++;
        }
        word = index;
    }

    /** An opening mark, a quotation mark of any side, or the space inside « this ». */
    private boolean opens(int index) {
        char unit = text.charAt(index);
        return Marks.opens(unit)
                || Marks.quotes(unit)
                || (WhiteSpace.is(unit) && index > start && text.charAt(index - 1) == '«');
    }

    /** Whether the sentence before goes on here: a comma, a dash, a mark, a word in lower case. */
    boolean continues() {
        int first = text.codePointAt(start);
        return Marks.continues(first) || Marks.attaches(first) || low();
    }

    /** In lower case, and no name like iPhone. */
    private boolean low() {
        return Character.isLowerCase(point(word))
                && !Character.isUpperCase(point(word + 1))
                && !(Character.isLowerCase(point(word + 1))
                        && Character.isUpperCase(point(word + 2)));
    }

    boolean digit() {
        return Character.isDigit(point(word));
    }

    /** A number in figures, an ordinal sign, or Roman numerals. */
    boolean number() {
        String letters = letters();
        return digit()
                || point(word) == '§'
                || (!letters.isEmpty() && letters.chars().allMatch(c -> "IVXLCDM".indexOf(c) >= 0));
    }

    /** A capitalised word: a capital and a small letter, or a capital alone before a space. */
    boolean capitalised() {
        return Character.isUpperCase(point(word))
                && (Character.isLowerCase(point(word + 1)) || point(word + 1) == ' ');
    }

    /** Whether the word is one that starts sentences; an initial with its dot is not. */
    boolean starts(Lexicon lexicon) {
        return !initial() && lexicon.lists(Lexicon.Kind.STARTER, letters());
    }

    /** A single letter and a dot. */
    boolean initial() {
        String letters = letters();
        return !letters.isEmpty()
                && letters.codePoints().filter(Character::isLetter).count() == 1
                && point(word + letters.length()) == '.';
    }

    /** A letter of a script without capitals that puts spaces between words; not of Korean. */
    boolean caseless() {
        int letter = point(word);
        return Character.getType(letter) == Character.OTHER_LETTER
                && WritingSystem.spacesWords(letter)
                && UScript.getScript(letter) != UScript.HANGUL;
    }

    /** A letter of a script that puts no spaces between words. */
    boolean unspaced() {
        return !WritingSystem.spacesWords(point(word));
    }

    /** Whether a particle takes up the quotation that ended before. */
    boolean takesUp(Lexicon lexicon) {
        return lexicon.takesUp(text, start);
    }

    /** Where the opening marks end. */
    int word() {
        return word;
    }

    /** Whether a speaker's name and a verb of saying come before the clause ends. */
    boolean reports(Lexicon lexicon) {
        int limit = Math.min(text.length(), word + LOOK_AHEAD);
        int index = word;
        for (int words = 0; words < 7 && index < limit; words++) {
            int end = lettersEnd(index);
            if ((words > 0 || caseless())
                    && lexicon.lists(Lexicon.Kind.REPORTING, text.substring(index, end))) {
                return true;
            }
            index = afterSeparator(end);
        }
        return false;
    }

    /** Past a space, or a dot and a space; nowhere past any other mark. */
    private int afterSeparator(int end) {
        int index = end;
        while (index < text.length() && " .-'’\u00A0".indexOf(text.charAt(index)) >= 0) {
            index++;
        }
        return index == end ? Integer.MAX_VALUE : index;
    }

    String letters() {
        return text.substring(word, lettersEnd(word));
    }

    private int lettersEnd(int from) {
        int index = from;
        int limit = Math.min(text.length(), from + LONGEST_WORD);
        while (index < limit && inWord(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** A letter or a vowel sign. */
    private static boolean inWord(char unit) {
        return Character.isLetter(unit) || Marks.attaches(unit);
    }

    private int point(int index) {
        return index < text.length() ? text.codePointAt(index) : 0;
    }
}
