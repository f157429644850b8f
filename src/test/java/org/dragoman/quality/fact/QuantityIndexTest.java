package org.dragoman.quality.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

class QuantityIndexTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    private static final List<String> FORMS =
            List.of(
                    "%d",
                    "%d:%2$02d",
                    "%d.%d",
                    "%d,%2$03d",
                    "%d%%",
                    "$%d",
                    "%d pm",
                    "%d.%2$02d am",
                    "19%2$02d",
                    "%d%2$02d",
                    "%dth",
                    "0.%d",
                    "%d million",
                    "twelve",
                    "half",
                    "G%d");

    private final Random chance = new Random(7);

    @Test
    void whatTheIndexFindsIsWhatAgrees() {
        for (int i = 0; i < CASES; i++) {
            List<Quantity> there = numbers(30);
            QuantityIndex index = QuantityIndex.of(there);
            for (Quantity number : numbers(10)) {
                List<Quantity> agreeing = index.agreeing(number);
                assertThat(agreeing).allMatch(number::agrees).isSubsetOf(there);
                assertThat(said(there.stream().filter(number::agrees).toList()))
                        .as("%s in %s", number, there)
                        .isEqualTo(said(agreeing));
                assertThat(index.of(number.value()).isEmpty())
                        .isEqualTo(there.stream().noneMatch(other -> valued(other, number)));
            }
        }
    }

    private static boolean valued(Quantity other, Quantity number) {
        BigDecimal value = number.value();
        return other.measure() != Measure.TIME && other.value().compareTo(value) == 0;
    }

    /** Without the places. */
    private static List<String> said(List<Quantity> quantities) {
        return quantities.stream()
                .map(q -> q.readings() + " " + q.measure() + " " + q.unit() + " " + q.evidence())
                .distinct()
                .toList();
    }

    private List<Quantity> numbers(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String form = FORMS.get(chance.nextInt(FORMS.size()));
            text.append(form.formatted(chance.nextInt(30), chance.nextInt(60))).append("; ");
        }
        return Quantities.in(text.toString(), LanguageTag.ENGLISH);
    }
}
