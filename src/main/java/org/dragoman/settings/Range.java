package org.dragoman.settings;

import io.smallrye.config.Converters;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Readers of settings that have a least and a greatest value. One outside them ends the start with
 * a message that names the setting.
 */
public final class Range {
    private Range() {}

    private abstract static class Whole implements Converter<Integer> {
        private final transient Converter<Integer> values;

        Whole(int least, int greatest) {
            values = Converters.rangeValueConverter(Integer::valueOf, least, true, greatest, true);
        }

        @Override
        public final Integer convert(String value) {
            return values.convert(value);
        }
    }

    /** One or more. */
    public static final class Positive extends Whole {
        public Positive() {
            super(1, Integer.MAX_VALUE);
        }
    }

    /** 1 to 4. */
    public static final class UpToFour extends Whole {
        public UpToFour() {
            super(1, 4);
        }
    }

    /** 1 to 8. */
    public static final class UpToEight extends Whole {
        public UpToEight() {
            super(1, 8);
        }
    }

    /** Eight or more. */
    public static final class FromEight extends Whole {
        public FromEight() {
            super(8, Integer.MAX_VALUE);
        }
    }

    /** 0 to 1. */
    public static final class Share implements Converter<Double> {
        private static final Converter<Double> VALUES =
                Converters.rangeValueConverter(Double::valueOf, 0.0, true, 1.0, true);

        @Override
        public Double convert(String value) {
            return VALUES.convert(value);
        }
    }
}
