package org.dragoman.quality.claim;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Word.Mark;
import org.dragoman.text.Span;

/** Finds the words of sentences. For one thread. */
final class Reader {
    private static final String APOSTROPHES = "'’";
    private static final String POSSESSOR = "s";
    private static final int LONGEST_ELISION = 2;

    private final Lexicon lexicon;
    private final BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);

    Reader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The words of {@code within}, in order; their spans count from the start of {@code text}. */
    List<Word> words(String text, Span within) {
        String sentence = within.in(text);
        breaks.setText(sentence);
        List<Word> words = new ArrayList<>();
        int last = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                Mark mark = words.isEmpty() ? Mark.STOP : Marks.strongest(sentence, last, start);
                add(words, text, new Span(within.start() + start, within.start() + end), mark);
                last = end;
            }
            start = end;
        }
        return words;
    }

    private void add(List<Word> words, String text, Span span, Mark mark) {
        Span bare = withoutElision(text, span);
        String whole = UCharacter.foldCase(bare.in(text), true);
        String form = withoutPossessor(whole);
        if (!words.isEmpty() && mark == Mark.QUOTE && form.equals(POSSESSOR)) {
            // Torn off by tokenising: the minister 's wife.
            words.add(words.remove(words.size() - 1).owning());
            return;
        }
        boolean content =
                !lexicon.lists(Kind.FUNCTION, whole) && !lexicon.lists(Kind.FUNCTION, form);
        boolean capital = Character.isUpperCase(text.codePointAt(bare.start()));
        boolean owner = form.length() < whole.length();
        words.add(new Word(bare, form, Stems.of(form), mark, content, owner, capital));
    }

    /** Without the article or preposition that French and its like write before a vowel: l'eau. */
    private static Span withoutElision(String text, Span span) {
        int limit = Math.min(span.start() + LONGEST_ELISION, span.end() - 2);
        for (int at = span.start() + 1; at <= limit; at++) {
            boolean possessor = span.end() - at == 2 && text.charAt(at + 1) == 's';
            if (APOSTROPHES.indexOf(text.charAt(at)) >= 0 && !possessor) {
                return new Span(at + 1, span.end());
            }
        }
        return span;
    }

    private static String withoutPossessor(String form) {
        int end = form.length() - 2;
        return end > 0 && form.endsWith(POSSESSOR) && APOSTROPHES.indexOf(form.charAt(end)) >= 0
                ? form.substring(0, end)
                : form;
    }
}
