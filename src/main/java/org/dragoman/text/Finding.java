package org.dragoman.text;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something noticed about a text that a model wrote. Immutable.
 *
 * @param source what it is about in the text the model read; null when nothing there is meant
 * @param target what it is about in the text the model wrote; null when nothing there is meant
 */
public record Finding(
        Kind kind,
        Severity severity,
        @Schema(nullable = true) @Nullable Span source,
        @Schema(nullable = true) @Nullable Span target) {
    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(severity);
    }

    /** The same where the two texts stand at these places of longer ones. */
    public Finding shift(int inSource, int inTarget) {
        return new Finding(
                kind,
                severity,
                source == null ? null : source.shift(inSource),
                target == null ? null : target.shift(inTarget));
    }

    /** What was noticed; the wire form is the name in kebab case. */
    public enum Kind {
        /** No sentence of the source is near enough to this one to have said it. */
        UNSUPPORTED,
        /** No sentence of the source stands behind this one. */
        SENTENCE_ADDED,
        /** The model reached its longest target before the sentence was whole. */
        UNFINISHED,

        /** A number of the source that the target states otherwise. */
        NUMBER_CHANGED,
        /** A number of the source that the target does not state. */
        NUMBER_MISSING,
        /** A number in the target that the source does not state. */
        NUMBER_ADDED,
        /** A day of the week of the source for which the target names another. */
        WEEKDAY_CHANGED,
        /** A day of the week that only the source names. */
        WEEKDAY_MISSING,
        /** A day of the week that only the target names. */
        WEEKDAY_ADDED,
        /** A month of the source for which the target names another. */
        MONTH_CHANGED,
        /** A month that only the source names. */
        MONTH_MISSING,
        /** A month that only the target names. */
        MONTH_ADDED,
        /** An address, handle, hashtag, placeholder or tag that the target does not have. */
        LITERAL_LOST,
        /** A quotation mark of the source that the target does not have. */
        QUOTATION_MARK_LOST,
        /** A quotation mark that only the target has. */
        QUOTATION_MARK_ADDED,
        /** A bracket of the source that the target does not have. */
        BRACKET_LOST,
        /** A bracket that only the target has. */
        BRACKET_ADDED,
        /** A mark in the translation of a word or two without any. */
        STRAY_MARK,
        /** Two sentences without a space between them. */
        SENTENCES_JOINED,
        /** A sentence of the source that the target leaves out. */
        SENTENCE_MISSING,
        /** A sentence that the target says twice. */
        SENTENCE_REPEATED,
        /** The target breaks off before its sentence ends. */
        CUT_OFF,
        /** The target is much shorter than translations of such a source are. */
        TOO_SHORT,
        /** The target is much longer than translations of such a source are. */
        TOO_LONG,
        /** The target says a word or phrase again and again. */
        LOOPED,
        /** The target is the source, or almost. */
        UNTRANSLATED,
        /** Words of the source that stand in the target as they were. */
        SOURCE_WORDS,
        /** The target is not in the script of its language. */
        WRONG_SCRIPT,
        /** The target is in another language than it should be. */
        WRONG_LANGUAGE,
        /** Two names of the source that stand in each other's place. */
        NAMES_SWAPPED,
        /** The source negates and the target does not. */
        NEGATION_MISSING,
        /** The target says nothing. */
        EMPTY,

        /** A name that the source does not have, or of which it has only a part. */
        NAME_ADDED,
        /** A name where the source has another, or another spelling. */
        NAME_CHANGED,
        /** Somebody is called what the source calls somebody else. */
        ROLE_CHANGED,
        /** Somebody does what in the source somebody else does. */
        AGENT_CHANGED,
        /** Somebody says what in the source somebody else says. */
        SPEAKER_CHANGED,
        /** Words in quotation marks that nobody says in the source. */
        QUOTATION_ADDED,
        /** A negation more than in the source, or one less. */
        NEGATION_CHANGED,
        /** A word where the source has its opposite: rose for fell. */
        OPPOSITE
    }

    /** How bad it is; the wire form is the name in lower case. */
    public enum Severity {
        INFO,
        WARNING,
        SEVERE
    }
}
