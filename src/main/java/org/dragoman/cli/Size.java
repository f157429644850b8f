package org.dragoman.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dragoman.model.ModelCard;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The sizes that students are published in, as {@code --variant} names them. */
enum Size {
    TINY,
    BASE_MEMORY,
    BASE;

    private static final List<String> SMALLEST_FIRST =
            Arrays.stream(values()).map(Size::code).toList();

    /** As cards write it: {@code base-memory}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Of models for one pair the one of this size; else the next smaller, and the smallest where
     * all are larger.
     *
     * @param models at least one
     */
    ModelCard nearest(List<ModelCard> models) {
        return models.stream()
                .min(
                        Comparator.comparing((ModelCard model) -> of(model) > place())
                                .thenComparing(model -> Math.abs(of(model) - place())))
                .orElseThrow();
    }

    private int place() {
        return SMALLEST_FIRST.indexOf(code());
    }

    /** A model without a variant is taken for the largest. */
    private static int of(ModelCard model) {
        int place = SMALLEST_FIRST.indexOf(model.variant());
        return place < 0 ? SMALLEST_FIRST.size() : place;
    }

    /** A size as it is written on the command line. */
    static final class Converter implements ITypeConverter<Size> {
        @Override
        public Size convert(String value) {
            return Arrays.stream(values())
                    .filter(size -> size.code().equals(value))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'"
                                                    + value
                                                    + "' is none of "
                                                    + Arrays.stream(values())
                                                            .map(Size::code)
                                                            .collect(Collectors.joining(", "))));
        }
    }
}
