package org.dragoman.quality;

import org.dragoman.failure.DragomanException;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/checks}.
 *
 * @param kind what the text is to the source
 * @param source the text that is true
 * @param text the text that says what it says
 * @param sourceLanguage told from the source when absent
 * @param textLanguage told from the text when absent; of a summary, the source's
 */
public record CheckRequest(
        @Nullable Kind kind,
        @Nullable String source,
        @Nullable String text,
        @Nullable LanguageTag sourceLanguage,
        @Nullable LanguageTag textLanguage) {
    /** What a text is to its source; the wire form is the name in lower case. */
    public enum Kind {
        SUMMARY,
        TRANSLATION
    }

    /**
     * The request, checked.
     *
     * @throws DragomanException invalid-field, naming every field that is wrong
     */
    Checked checked() {
        Refusals refusals = new Refusals();
        String given = needed(source, "/source", refusals);
        String said = needed(text, "/text", refusals);
        if (kind == null) {
            refusals.add("/kind", "This is summary or translation.");
        }
        boolean foreign =
                sourceLanguage != null
                        && textLanguage != null
                        && !sourceLanguage.sameLanguage(textLanguage);
        if (kind == Kind.SUMMARY && foreign) {
            refusals.add("/textLanguage", "A summary is checked in the language of its source.");
        }
        refusals.check();
        return new Checked(kind == Kind.TRANSLATION, given, said);
    }

    private static String needed(@Nullable String value, String pointer, Refusals refusals) {
        if (value == null || value.isBlank()) {
            refusals.add(pointer, "A text is needed here.");
            return "";
        }
        return value;
    }

    /** What remains to be looked at when all is well. */
    record Checked(boolean translation, String source, String text) {}
}
