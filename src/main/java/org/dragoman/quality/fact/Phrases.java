package org.dragoman.quality.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of one to six words with what each means, and beginnings of words that mean the same
 * whatever their end. Filled once, then only read.
 */
final class Phrases<T> {
    /**
     * @param words how many words were read
     */
    record Match<T>(int words, T meaning) {}

    private static final int LONGEST = 6;

    private final Map<String, T> meanings = new HashMap<>();
    private final Map<String, T> stems = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();
    private final Locale locale;
    private int longestStem;

    Phrases(Locale locale) {
        this.locale = locale;
    }

    /** Adds {@code phrase}; the meaning it got first stays. */
    void add(String phrase, T meaning) {
        List<String> forms = WordForm.all(phrase, locale);
        if (!forms.isEmpty() && forms.size() <= LONGEST) {
            meanings.putIfAbsent(String.join(" ", forms), meaning);
            longest.merge(forms.get(0), forms.size(), Math::max);
        }
    }

    /**
     * Gives {@code phrase} this meaning, or all words that begin with what stands before a star.
     */
    void put(String phrase, T meaning) {
        if (phrase.endsWith("*")) {
            String stem = WordForm.of(phrase.substring(0, phrase.length() - 1), locale);
            stems.put(stem, meaning);
            longestStem = Math.max(longestStem, stem.length());
        } else {
            meanings.remove(String.join(" ", WordForm.all(phrase, locale)));
            add(phrase, meaning);
        }
    }

    /** The words of {@code phrase} as the phrases are kept. */
    List<String> forms(String phrase) {
        return WordForm.all(phrase, locale);
    }

    /** What {@code phrase}, forms parted by spaces, means; null when it is not known. */
    @Nullable T meaning(String phrase) {
        return meanings.get(phrase);
    }

    /** What a word with this beginning means; null when none is known. */
    @Nullable T stem(String form) {
        for (int length = Math.min(longestStem, form.length()); length > 1; length--) {
            T meaning = stems.get(form.substring(0, length));
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    /** The longest phrase of linked tokens that begins with token {@code at}, or by its stem. */
    @Nullable Match<T> at(List<Token> tokens, int at) {
        int most = linked(tokens, at, longest.getOrDefault(tokens.get(at).form(), 0));
        for (int count = most; count > 0; count--) {
            T meaning = meanings.get(phrase(tokens, at, count));
            if (meaning != null) {
                return new Match<>(count, meaning);
            }
        }
        T meaning = stems.isEmpty() ? null : stem(tokens.get(at).form());
        return meaning == null ? null : new Match<>(1, meaning);
    }

    /** As {@link #at} without one of {@code prefixes} that the first token begins with. */
    @Nullable Match<T> atPrefixed(List<Token> tokens, int at, List<String> prefixes) {
        String form = tokens.get(at).form();
        for (String prefix : prefixes) {
            if (form.length() > prefix.length() + 1 && form.startsWith(prefix)) {
                int end = Math.min(tokens.size(), at + LONGEST);
                List<Token> rest = new ArrayList<>(tokens.subList(at, end));
                rest.set(0, rest.get(0).reformed(form.substring(prefix.length())));
                Match<T> match = at(rest, 0);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    private static int linked(List<Token> tokens, int at, int most) {
        int count = Math.min(1, most);
        while (count < most && at + count < tokens.size() && tokens.get(at + count).linked()) {
            count++;
        }
        return count;
    }

    private static String phrase(List<Token> tokens, int at, int count) {
        if (count == 1) {
            return tokens.get(at).form();
        }
        StringBuilder phrase = new StringBuilder();
        for (Token token : tokens.subList(at, at + count)) {
            phrase.append(phrase.isEmpty() ? "" : " ").append(token.form());
        }
        return phrase.toString();
    }
}
