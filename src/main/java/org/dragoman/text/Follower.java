package org.dragoman.text;

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
        while (index < text.length() && index < start + 4 && Marks.opens(text.charAt(index))) {
            index++;
        }
        word = index;
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
        return letters().length() == 1 && point(word + 1) == '.';
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
            if (words > 0 && lexicon.lists(Lexicon.Kind.REPORTING, text.substring(index, end))) {
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
        while (index < limit && Character.isLetter(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private int point(int index) {
        return index < text.length() ? text.codePointAt(index) : 0;
    }
}
