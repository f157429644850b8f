package org.dragoman.web;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.stream.Stream;
import org.dragoman.text.Finding;

/** Counts the findings that answers tell, by kind and severity. Thread-safe. */
public final class Findings {
    private Findings() {}

    /** An answer tells these. */
    public static void told(Stream<Finding> findings) {
        findings.forEach(
                finding ->
                        Metrics.counter(
                                        "dragoman.findings",
                                        "kind",
                                        label(finding.kind()),
                                        "severity",
                                        label(finding.severity()))
                                .increment());
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
