package org.dragoman.translation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Signs of currencies a model cannot spell are given as their ISO 4217 code, which models copy or
 * write out (“libras esterlinas”); a code that comes back before a number is the sign again.
 */
final class Currencies implements Rewritten.Rule {
    private static final Map<String, String> CODES = codes();

    private final Repertoire repertoire;

    Currencies(Repertoire repertoire) {
        this.repertoire = repertoire;
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

    private static Rewritten spelled(String text, String sign, String code) {
        String before = text.replaceAll(sign + "\\s?(?=[\\p{N}])", code + " ");
        String spelled =
                before.replaceAll("(?<=\\p{N})\\s?" + sign, " " + code).replace(sign, code);
        if (text.contains(code)) {
            return Rewritten.unchanged(spelled);
        }
        Pattern amount =
                Pattern.compile("\\b" + code + "\\s?(?=\\p{N})|(?<=\\p{N} )" + code + "\\b");
        return new Rewritten(spelled, answer -> amount.matcher(answer).replaceAll(sign));
    }
}
