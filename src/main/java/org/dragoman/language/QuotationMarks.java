package org.dragoman.language;

import com.ibm.icu.util.LocaleData;

/**
 * The quotation marks of a language as CLDR gives them. French ones bring the space that stands
 * inside them, which no line may break: as wide as others by the rules of the Imprimerie nationale
 * and in Canada, narrow in Switzerland. Immutable.
 *
 * @param start opens a quotation
 * @param end closes it
 * @param alternateStart opens a quotation in a quotation
 * @param alternateEnd closes that
 */
public record QuotationMarks(String start, String end, String alternateStart, String alternateEnd) {
    private static final String NO_BREAK = "\u00A0";
    private static final String NARROW_NO_BREAK = "\u202F";

    /** The marks of {@code language}; those of its parent in CLDR when it has none of its own. */
    public static QuotationMarks of(LanguageTag language) {
        LocaleData data = LocaleData.getInstance(language.icu());
        String space = space(language);
        return new QuotationMarks(
                before(data.getDelimiter(LocaleData.QUOTATION_START), space),
                after(data.getDelimiter(LocaleData.QUOTATION_END), space),
                before(data.getDelimiter(LocaleData.ALT_QUOTATION_START), space),
                after(data.getDelimiter(LocaleData.ALT_QUOTATION_END), space));
    }

    private static String space(LanguageTag language) {
        if (!language.language().equals("fr")) {
            return "";
        }
        return language.icu().getCountry().equals("CH") ? NARROW_NO_BREAK : NO_BREAK;
    }

    private static String before(String mark, String space) {
        return angled(mark) ? mark + space : mark;
    }

    private static String after(String mark, String space) {
        return angled(mark) ? space + mark : mark;
    }

    private static boolean angled(String mark) {
        return "«»‹›".contains(mark);
    }
}
