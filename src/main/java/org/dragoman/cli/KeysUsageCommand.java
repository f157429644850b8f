package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dragoman.access.Caller;
import org.dragoman.access.Keys;
import org.dragoman.access.Totals;
import org.dragoman.access.Usage;
import org.dragoman.web.UsageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dragoman keys usage}. */
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        description = {
            "What each key was used for, also those that were revoked, and the tokens of each"
                    + " subject: calls, characters (once for each target language), calls refused"
                    + " for want of allowance.",
            "What a running service counted in the last seconds is not in it yet."
        })
final class KeysUsageCommand implements Callable<Integer> {
    private static final String REVOKED = "(revoked)";
    private static final String TOKEN = "(token)";
    private static final List<String> HEAD =
            List.of("ID", "NAME", "DAYS", "CALLS", "CHARACTERS", "REFUSED");

    private final Keys keys;
    private final Usage usage;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--daily", description = "A line for each day of UTC.")
    boolean daily;

    @Option(names = "--json", description = "Prints JSON, in the form of GET /v1/usage.")
    boolean json;

    KeysUsageCommand(Keys keys, Usage usage, ObjectMapper mapper) {
        this.keys = keys;
        this.usage = usage;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        UsageReport report =
                UsageReport.ofAll(keys.all(), usage.byKey(), key -> OptionalLong.empty());
        if (json) {
            answer.json(report);
        } else {
            answer.print(Table.of(HEAD, report.keys().stream().flatMap(this::rows).toList()));
        }
        return 0;
    }

    private Stream<List<String>> rows(UsageReport.OfKey key) {
        return daily
                ? key.days().stream().map(day -> row(key, day.day().toString(), day.use()))
                : Stream.of(row(key, Integer.toString(key.days().size()), key.total()));
    }

    private static String name(UsageReport.OfKey key) {
        String nameless = Caller.ofToken(key.id()) ? TOKEN : REVOKED;
        return Objects.requireNonNullElse(key.name(), nameless);
    }

    private static List<String> row(UsageReport.OfKey key, String days, Totals use) {
        return List.of(
                key.id(),
                name(key),
                days,
                Long.toString(use.calls()),
                Long.toString(use.characters()),
                Long.toString(use.refused()));
    }
}
