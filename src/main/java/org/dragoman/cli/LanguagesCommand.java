package org.dragoman.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dragoman.web.LanguagesResource;
import org.dragoman.web.Reachable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dragoman languages}: what can be translated into what. */
@Command(
        name = "languages",
        mixinStandardHelpOptions = true,
        description = "The languages that can be translated, and into which.")
final class LanguagesCommand implements Callable<Integer> {
    private final Reachable reachable;
    private final Terminal terminal;

    @Option(names = "--json", description = "The answer in JSON, as GET /v1/languages gives it.")
    boolean json;

    LanguagesCommand(Reachable reachable, Terminal terminal) {
        this.reachable = reachable;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Reachable.Source> languages = reachable.languages(Locale.ENGLISH);
        if (json) {
            terminal.json(new LanguagesResource.Languages(languages));
            return 0;
        }
        for (Reachable.Source source : languages) {
            terminal.print(source.code() + "  " + source.name() + " → " + targets(source));
        }
        return 0;
    }

    private static String targets(Reachable.Source source) {
        return source.targets().stream()
                .map(
                        target ->
                                target.code()
                                        + " ("
                                        + target.state().name().toLowerCase(Locale.ROOT)
                                        + ")")
                .collect(Collectors.joining(", "));
    }
}
