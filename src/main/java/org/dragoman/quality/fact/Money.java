package org.dragoman.quality.fact;

import com.ibm.icu.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** What stands before and after an amount of money: signs, codes of ISO 4217, words. */
final class Money {
    /**
     * @param span the amount with its sign, code or word
     * @param code ISO 4217; null when the sign stands for several
     */
    record Amount(Span span, @Nullable String code) {}

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("$", "USD"),
                    Map.entry("€", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("¥", "JPY"),
                    Map.entry("￥", "JPY"),
                    Map.entry("₹", "INR"),
                    Map.entry("₽", "RUB"),
                    Map.entry("₺", "TRY"),
                    Map.entry("₴", "UAH"),
                    Map.entry("₩", "KRW"),
                    Map.entry("₪", "ILS"),
                    Map.entry("฿", "THB"),
                    Map.entry("₫", "VND"),
                    Map.entry("R$", "BRL"),
                    Map.entry("US$", "USD"),
                    Map.entry("A$", "AUD"),
                    Map.entry("C$", "CAD"),
                    Map.entry("HK$", "HKD"),
                    Map.entry("NZ$", "NZD"),
                    Map.entry("S$", "SGD"),
                    Map.entry("NT$", "TWD"));
    private static final Set<String> CODES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private final String text;
    private final Map<Integer, Token> starts = new HashMap<>();

    Money(String text, List<Token> tokens) {
        this.text = text;
        tokens.forEach(token -> starts.put(token.start(), token));
    }

    /** Whether {@code unit} is a sign of a currency. */
    static boolean sign(char unit) {
        return Character.getType(unit) == Character.CURRENCY_SYMBOL;
    }

    /** The amount of which {@code number} is the figure; null when nothing tells it is money. */
    @Nullable Amount around(Span number) {
        int before = skipBack(number.start());
        if (before > 0 && sign(text.charAt(before - 1))) {
            return signBefore(number, before);
        }
        if (codeBefore(before)) {
            return new Amount(new Span(before - 3, number.end()), code(before - 3, before));
        }
        int after = skip(number.end());
        if (after < text.length() && sign(text.charAt(after))) {
            String sign = text.substring(after, after + 1);
            return new Amount(new Span(number.start(), after + 1), SIGNS.get(sign));
        }
        Token next = starts.get(after);
        boolean code = next != null && code(after, next.end()) != null;
        return code
                ? new Amount(new Span(number.start(), after + 3), code(after, after + 3))
                : null;
    }

    private boolean codeBefore(int end) {
        return end >= 3 && code(end - 3, end) != null && edge(end - 4);
    }

    private Amount signBefore(Span number, int before) {
        for (int length = Math.min(3, before); length > 0; length--) {
            String sign = text.substring(before - length, before);
            if (SIGNS.containsKey(sign) && (length == 1 || edge(before - length - 1))) {
                return new Amount(new Span(before - length, number.end()), SIGNS.get(sign));
            }
        }
        return new Amount(new Span(before - 1, number.end()), null);
    }

    private @Nullable String code(int start, int end) {
        String code = end - start == 3 ? text.substring(start, end) : "";
        return CODES.contains(code) ? code : null;
    }

    private boolean edge(int at) {
        return at < 0 || !Character.isLetterOrDigit(text.charAt(at));
    }

    private int skipBack(int at) {
        return at > 0 && Character.isSpaceChar(text.charAt(at - 1)) ? at - 1 : at;
    }

    private int skip(int at) {
        return at < text.length() && Character.isSpaceChar(text.charAt(at)) ? at + 1 : at;
    }
}
