package org.dragoman.cli;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.translation.Wanted;
import picocli.CommandLine.Option;

/** What becomes of versions that are not good enough; the same option wherever there are some. */
final class QualityOptions {
    @Option(
            names = "--on-low-quality",
            paramLabel = "POLICY",
            defaultValue = "flag",
            description = {
                "What becomes of a sentence that says what its source does not:",
                "flag it (the default), put the source in its place, or fail."
            })
    OnLowQuality policy = OnLowQuality.FLAG;

    Wanted wanted(List<LanguageTag> targets) {
        return new Wanted(targets, policy);
    }
}
