package org.dragoman.translation;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;

/**
 * Puts the source's digits in the place of others that a model wrote for them, in the form of the
 * target's language. The words around them stay, so a number in words is not touched. Immutable.
 */
final class Substitution {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+(?:[.,\\u00A0\\u202F'’ ][0-9]+)*");

    private final DecimalFormatSymbols from;
    private final DecimalFormatSymbols to;

    Substitution(LanguageTag source, LanguageTag target) {
        this.from = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(source.value()));
        this.to = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(target.value()));
    }

    /** The target with the source's digits; empty when there is nothing to put right so. */
    Optional<String> apply(String source, String target, List<Finding> findings) {
        StringBuilder mended = new StringBuilder(target);
        findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.NUMBER_CHANGED)
                .filter(finding -> finding.source() != null && finding.target() != null)
                .sorted(Comparator.comparingInt((Finding f) -> target(f).start()).reversed())
                .forEach(finding -> replace(mended, source, finding));
        return mended.toString().equals(target) ? Optional.empty() : Optional.of(mended.toString());
    }

    private static Span target(Finding finding) {
        return Objects.requireNonNull(finding.target());
    }

    private void replace(StringBuilder target, String source, Finding finding) {
        Span there = target(finding);
        Optional<Span> right = digits(Objects.requireNonNull(finding.source()).in(source));
        Optional<Span> wrong = digits(there.in(target.toString()));
        if (right.isPresent() && wrong.isPresent()) {
            String digits = right.get().in(Objects.requireNonNull(finding.source()).in(source));
            Span place = wrong.get().shift(there.start());
            target.replace(place.start(), place.end(), local(digits));
        }
    }

    /** The only run of digits of a text, with what groups them. */
    private static Optional<Span> digits(String text) {
        Matcher found = DIGITS.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        Span first = new Span(found.start(), found.end());
        return found.find() ? Optional.empty() : Optional.of(first);
    }

    private String local(String digits) {
        StringBuilder local = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char sign = digits.charAt(i);
            if (sign == from.getGroupingSeparator()) {
                local.append(to.getGroupingSeparator());
            } else if (sign == from.getDecimalSeparator()) {
                local.append(to.getDecimalSeparator());
            } else {
                local.append(sign);
            }
        }
        return local.toString();
    }
}
