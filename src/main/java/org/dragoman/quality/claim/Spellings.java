package org.dragoman.quality.claim;

import java.util.List;
import org.dragoman.quality.claim.Mention.Name;

/** Other ways to write a name: in another form, by its initials, after its country. */
final class Spellings {
    private static final int SHARED = 4;
    private static final int LONGEST_ACRONYM = 6;

    private final Source source;
    private final Lexicon lexicon;

    Spellings(Source source, Lexicon lexicon) {
        this.source = source;
        this.lexicon = lexicon;
    }

    /** Whether the article has the word in some form. */
    boolean know(Word word) {
        return source.has(word.stem())
                || lexicon.kin(word.form()).stream().map(Stems::of).anyMatch(source::has)
                || source.index().forms().stream().anyMatch(other -> akin(word.form(), other));
    }

    /** Whether the article has the initials of the words, or the words whose initials these are. */
    boolean know(List<Word> name) {
        return name.size() == 1
                ? expanded(name.get(0).form().replace(".", ""))
                : source.has(initials(name));
    }

    /**
     * Whether the claim gives the name's initials after it, and the article has them: "Police and
     * Crime Commissioner (PCC)".
     */
    boolean abbreviated(Line claim, Name name) {
        if (name.to() >= claim.size() || !source.has(claim.word(name.to()).stem())) {
            return false;
        }
        String acronym = claim.word(name.to()).form();
        int from = Math.max(0, name.to() - 2 * acronym.length());
        List<Word> before = claim.words().subList(from, name.to());
        return acronym.length() >= 2
                && claim.word(name.to()).apart()
                && (initials(before).endsWith(acronym)
                        || initials(telling(before)).endsWith(acronym));
    }

    private boolean expanded(String acronym) {
        return acronym.length() >= 2
                && acronym.length() <= LONGEST_ACRONYM
                && source.lines().stream()
                        .map(Line::words)
                        .anyMatch(
                                words ->
                                        initials(words).contains(acronym)
                                                || initials(telling(words)).contains(acronym));
    }

    private static List<Word> telling(List<Word> words) {
        return words.stream().filter(Word::content).toList();
    }

    private static String initials(List<Word> words) {
        StringBuilder initials = new StringBuilder();
        words.forEach(word -> initials.appendCodePoint(word.form().codePointAt(0)));
        return initials.toString();
    }

    /**
     * Whether two words may be one: kin, alike for half of the longer (Flint, Flintshire), or one
     * letter apart in a long word (Mohamed, Mohammed). Two countries never are: Austria, Australia.
     */
    boolean akin(String one, String other) {
        if (one.equals(other) || lexicon.kin(one).contains(other)) {
            return true;
        }
        boolean countries = lexicon.kin(one).size() > 1 && lexicon.kin(other).size() > 1;
        int prefix = prefix(one, other);
        boolean begin = prefix >= SHARED && 2 * prefix >= Math.max(one.length(), other.length());
        return !countries && (begin || oneEdit(one, other, prefix));
    }

    private static int prefix(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int length = 0;
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static boolean oneEdit(String one, String other, int prefix) {
        int a = one.length();
        int b = other.length();
        int rest = Math.min(a, b) - prefix - (a == b ? 1 : 0);
        return Math.min(a, b) > SHARED
                && Math.abs(a - b) <= 1
                && rest >= 0
                && one.regionMatches(a - rest, other, b - rest, rest);
    }
}
