package org.dragoman.cli;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which languages models are wanted for, and how large they may be. */
final class PairOptions {
    @Option(
            names = "--from",
            split = ",",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Languages that texts come in: --from en,de")
    List<LanguageTag> from = List.of();

    @Option(
            names = "--to",
            split = ",",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Languages that they are put into: --to tr,ru; both ways without --from")
    List<LanguageTag> to = List.of();

    @Option(
            names = "--variant",
            paramLabel = "SIZE",
            converter = Size.Converter.class,
            description = "tiny, base-memory or base; when absent the best that fits into memory.")
    @Nullable Size variant;

    /** Whether a language is named. */
    boolean languages() {
        return !from.isEmpty() || !to.isEmpty();
    }
}
