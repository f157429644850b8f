package org.dragoman.translation;

import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;

/**
 * A space before a per cent sign is one at which no line breaks, in languages whose CLDR pattern
 * has one (50 % in German, French, Russian). Where the model wrote none, none is added: newspapers
 * differ.
 *
 * @param spaced whether the pattern has one
 */
record Percent(boolean spaced) {
    private static final Pattern PATTERN = Pattern.compile("0[\\u00A0\\u202F]%");
    private static final Pattern SPACED = Pattern.compile("(?<=\\p{Nd}) (?=[%‰])");

    static Percent of(LanguageTag language) {
        ULocale locale = ULocale.forLanguageTag(language.value());
        return new Percent(
                NumberFormat.getPercentInstance(locale) instanceof DecimalFormat format
                        && PATTERN.matcher(format.toPattern()).find());
    }

    String set(String answer) {
        return spaced ? SPACED.matcher(answer).replaceAll("\u00A0") : answer;
    }
}
