package org.dragoman.summarization;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells what is not a whole statement and should not stand in a summary: headings, captions,
 * labels, questions, quotations cut in two, and what scraping garbled. It goes by shape, so it
 * holds for every language.
 */
final class Fragments {
    private static final int FEWEST_WORDS = 6;
    private static final String CLOSING = "[\"'”’»)\\]]*$";
    private static final Pattern ENDED = Pattern.compile("[.!…。！।؟?？]" + CLOSING);
    private static final Pattern QUESTION = Pattern.compile("[?？؟]" + CLOSING);
    private static final Pattern BROKEN_OFF = Pattern.compile("(?:…|\\.\\.\\.)" + CLOSING);

    /** A full stop by itself: a line without one was joined to the next by whoever scraped it. */
    private static final Pattern JOINED = Pattern.compile("[\\s\\p{Z}][.!?](?:[\\s\\p{Z}]|$)");

    /** {@code Pictured: }, {@code On the run: }, also {@code She said: }. */
    private static final Pattern LABELLED =
            Pattern.compile("^[\"'“‘]?\\p{Lu}[\\p{L}\\p{N}’'-]*(?: [\\p{L}\\p{N}’'-]+){0,3}: ");

    private static final Pattern SMALL_START =
            Pattern.compile("^[^\\p{L}\\p{N}]*\\p{Ll}(?!\\p{Lu})");

    private static final List<Predicate<String>> SHAPES =
            List.of(
                    text -> !ENDED.matcher(text).find(),
                    text -> QUESTION.matcher(text).find(),
                    text -> BROKEN_OFF.matcher(text).find(),
                    text -> JOINED.matcher(text).find(),
                    text -> LABELLED.matcher(text).find(),
                    text -> SMALL_START.matcher(text).find(),
                    Fragments::isShouted,
                    Fragments::isCut);

    private Fragments() {}

    static boolean matches(String text, int words) {
        return words < FEWEST_WORDS || SHAPES.stream().anyMatch(shape -> shape.test(text));
    }

    private static boolean isShouted(String text) {
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        long lower = text.codePoints().filter(Character::isLowerCase).count();
        return upper > lower;
    }

    /** A bracket or a pair of marks that begins or ends in another sentence. */
    private static boolean isCut(String text) {
        return count(text, '"') % 2 != 0
                || count(text, '“') != count(text, '”')
                || count(text, '«') != count(text, '»')
                || count(text, '(') != count(text, ')')
                || count(text, '[') != count(text, ']');
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }
}
