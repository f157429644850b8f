package org.dragoman.language;

import com.ibm.icu.util.LocaleData;

/**
 * The quotation marks of a language as CLDR gives them. Immutable.
 *
 * @param start opens a quotation
 * @param end closes it
 * @param alternateStart opens a quotation in a quotation
 * @param alternateEnd closes that
 */
public record QuotationMarks(String start, String end, String alternateStart, String alternateEnd) {
    /** The marks of {@code language}; those of its parent in CLDR when it has none of its own. */
    public static QuotationMarks of(LanguageTag language) {
        LocaleData data = LocaleData.getInstance(language.icu());
        return new QuotationMarks(
                data.getDelimiter(LocaleData.QUOTATION_START),
                data.getDelimiter(LocaleData.QUOTATION_END),
                data.getDelimiter(LocaleData.ALT_QUOTATION_START),
                data.getDelimiter(LocaleData.ALT_QUOTATION_END));
    }
}
