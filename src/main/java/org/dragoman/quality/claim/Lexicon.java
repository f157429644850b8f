package org.dragoman.quality.claim;

import java.util.Map;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * The words of a language that rules need; rules whose words a language has not say nothing there.
 * Immutable.
 *
 * @param words by kind, in lower case
 * @param opposites of each word listed so, all that say the opposite
 * @param alike of the same words, all on their own side
 * @param kin words for one country and its people
 * @param shares words for so many of a hundred
 * @param capitalisesNouns whether every noun has a capital, so that it tells no names
 */
record Lexicon(
        Map<Kind, Set<String>> words,
        Map<String, Set<String>> opposites,
        Map<String, Set<String>> alike,
        Map<String, Set<String>> kin,
        Map<String, Set<String>> shares,
        boolean capitalisesNouns) {

    /** What a word is listed as; the file's sections bear these names in lower case. */
    enum Kind {
        /** Builds sentences and tells nothing: the, of. */
        FUNCTION,
        /** Helps a verb: is, has, would. */
        AUXILIARY,
        /** A finite verb that its ending does not give away: won, says. */
        VERB,
        /** Introduces what somebody said: said, claimed. */
        SAYING,
        /** Turns a statement around: not, never, denied. */
        NEGATION,
        /** Sets what follows against what was said before: but, while. */
        CONTRAST,
        /** Makes a number less exact: about, nearly. */
        APPROXIMATION,
        /** A day named from the day of writing: yesterday. */
        RELATIVE,
        /** Stands before a person's name: Mr, President. */
        TITLE,
        /** Is part of what an office is called, and no name for its capital: Prime, MP. */
        OFFICE,
        /** A title that tells nothing of its bearer: Mr, Dr. */
        COURTESY,
        /** Stands before a noun and hardly before a person's name: the, his. */
        DETERMINER,
        /** Introduces somebody who was not spoken of before: a, one, some. */
        INDEFINITE,
        /** Stands for one person named before, or for what is theirs: she, her. */
        PRONOUN,
        /** Stands before who acts in the passive: by. */
        AGENT,
        /** Joins the parts of a name in small letters: van, dos. */
        PARTICLE,
        /** No name, though it may begin a clause without a determiner: police, rain. */
        COMMON,
        /** A person's given name. */
        GIVEN,
        /** A place that CLDR does not name. */
        PLACE,
        /** Ends the past of a verb: ed. */
        ENDING,
        /** Ends words that are no names: ing. */
        SUFFIX
    }

    /** That of a language, read at its first use. */
    static Lexicon of(LanguageTag language) {
        return Lexicons.of(language);
    }

    /** Whether {@code form}, in lower case, is listed. */
    boolean lists(Kind kind, String form) {
        return all(kind).contains(form);
    }

    /** What {@code kind} lists. */
    Set<String> all(Kind kind) {
        return words.getOrDefault(kind, Set.of());
    }

    /** Whether the word ends as no name does. */
    boolean ends(String form) {
        return all(Kind.SUFFIX).stream().anyMatch(form::endsWith);
    }

    /** What says the opposite of {@code form}: fell of rose; nothing for most words. */
    Set<String> opposites(String form) {
        return opposites.getOrDefault(form, Set.of());
    }

    /** What says the same in a pair of opposites: increased of rose; nothing for most words. */
    Set<String> alike(String form) {
        return alike.getOrDefault(form, Set.of());
    }

    /** Words for the same country and its people: Syria, Syrian; the word alone when none. */
    Set<String> kin(String form) {
        return kin.getOrDefault(form, Set.of(form));
    }

    /** Words for about {@code percent} of a hundred: quarter of 25. */
    Set<String> shares(int percent) {
        return shares.getOrDefault(String.valueOf(percent), Set.of());
    }
}
