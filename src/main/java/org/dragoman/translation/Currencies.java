package org.dragoman.translation;

import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;

/**
 * Signs of currencies a model cannot spell are given as their ISO 4217 code, which models copy or
 * write out (“libras esterlinas”); a code that comes back beside a number is the sign again, on the
 * side where the target has it.
 */
final class Currencies implements Rewritten.Rule {
    private static final Map<String, String> CODES = codes();

    private static final String AMOUNT = "\\p{Nd}(?:[\\p{Nd}.,\u00A0\u202F]*\\p{Nd})?";

    /** No word of thousands or millions follows. */
    private static final String ENDS = "(?=[.,;:!?)»”\"]*(?:$|(?<=[.,;:!?)»”\"])\\s))";

    private final Repertoire repertoire;
    private final LanguageTag target;

    /**
     * @param target the language written; in most of Europe the sign follows the amount
     */
    Currencies(Repertoire repertoire, LanguageTag target) {
        this.repertoire = repertoire;
        this.target = target;
    }

    /** By CLDR's pattern for amounts. */
    private boolean signIsLast() {
        ULocale locale = ULocale.forLanguageTag(target.value());
        return NumberFormat.getCurrencyInstance(locale) instanceof DecimalFormat format
                && format.toPattern().split(";", -1)[0].endsWith("¤");
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("£", "GBP");
        codes.put("€", "EUR");
        codes.put("¥", "JPY");
        codes.put("₹", "INR");
        codes.put("₽", "RUB");
        codes.put("₺", "TRY");
        codes.put("₩", "KRW");
        codes.put("₪", "ILS");
        codes.put("₴", "UAH");
        codes.put("₦", "NGN");
        return codes;
    }

    @Override
    public Rewritten rewrite(String text) {
        Rewritten rewritten = Rewritten.unchanged(text);
        for (Map.Entry<String, String> entry : CODES.entrySet()) {
            String sign = entry.getKey();
            if (text.contains(sign) && !repertoire.knows(sign.codePointAt(0))) {
                rewritten = rewritten.then(before -> spelled(before, sign, entry.getValue()));
            }
        }
        return rewritten;
    }

    private Rewritten spelled(String text, String sign, String code) {
        String before = text.replaceAll(sign + "\\s?(?=[\\p{N}])", code + " ");
        String spelled =
                before.replaceAll("(?<=\\p{N})\\s?" + sign, " " + code).replace(sign, code);
        if (text.contains(code)) {
            return Rewritten.unchanged(spelled);
        }
        Pattern amount =
                Pattern.compile(
                        "\\b" + code + "\\s?(?=\\p{N})|(?<=\\p{N}[ \u00A0])" + code + "\\b");
        return new Rewritten(
                spelled, answer -> amount.matcher(moved(answer, code)).replaceAll(sign));
    }

    /** A code that was copied before an amount, behind it where its sign stands there. */
    private String moved(String answer, String code) {
        return answer.contains(code) && signIsLast()
                ? answer.replaceAll("\\b" + code + "\\s?(" + AMOUNT + ")" + ENDS, "$1\u00A0" + code)
                : answer;
    }
}
