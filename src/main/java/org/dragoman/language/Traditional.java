package org.dragoman.language;

import com.ibm.icu.text.Transliterator;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells Chinese in traditional characters from Chinese in simplified ones, by those that ICU's
 * transforms change in one direction only. Thread-safe.
 */
final class Traditional implements Evidence {
    private static final LanguageTag SIMPLIFIED = new LanguageTag("zh");
    private static final LanguageTag TRADITIONAL = new LanguageTag("zh-Hant");

    /** How much rarer traditional text is where no character tells. */
    private static final double RARER = 0.1;

    /** Nats: names and quotations may hold a character of the other kind. */
    private static final double TELLING = 2;

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    private @Nullable BitSet traditional;
    private @Nullable BitSet simplified;

    @Override
    public void weigh(String sample, Map<LanguageTag, Double> masses) {
        Double chinese = masses.get(SIMPLIFIED);
        if (chinese == null || chinese == 0) {
            return;
        }
        double old = RARER * Math.exp(TELLING * count(sample, traditional()));
        double recent = Math.exp(TELLING * count(sample, simplified()));
        double share = Double.isInfinite(old) ? 1 : old / (old + recent);
        masses.put(TRADITIONAL, chinese * share);
        masses.put(SIMPLIFIED, chinese * (1 - share));
    }

    private static double count(String sample, BitSet characters) {
        return Math.min(100, sample.codePoints().filter(characters::get).count());
    }

    private synchronized BitSet traditional() {
        if (traditional == null) {
            traditional = changed("Traditional-Simplified");
            traditional.andNot(changed("Simplified-Traditional"));
        }
        return traditional;
    }

    private synchronized BitSet simplified() {
        if (simplified == null) {
            simplified = changed("Simplified-Traditional");
            simplified.andNot(changed("Traditional-Simplified"));
        }
        return simplified;
    }

    /** The characters that a transform changes, each on its line. */
    private static BitSet changed(String transform) {
        StringBuilder all = new StringBuilder();
        for (int point = FIRST; point <= LAST; point++) {
            all.append((char) point).append('\n');
        }
        String after = Transliterator.getInstance(transform).transliterate(all.toString());
        BitSet changed = new BitSet();
        int point = FIRST;
        for (String line : after.lines().toList()) {
            changed.set(point, !line.equals(String.valueOf((char) point)));
            point++;
        }
        return changed;
    }
}
