package org.dragoman.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dragoman.web.LanguagesResource;
import org.dragoman.web.Reachable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dragoman languages}: what can be translated into what. */
@Command(
        name = "languages",
        mixinStandardHelpOptions = true,
        description = {
            "The languages that can be translated, and into which.",
            "Without an option: what can be used now."
        })
final class LanguagesCommand implements Callable<Integer> {
    private final Reachable reachable;
    private final Terminal terminal;

    @Option(
            names = "--matrix",
            description =
                    "Source by target: what can be used now and what models of the catalogue would"
                            + " add, with the quality their publisher states.")
    boolean matrix;

    @ArgGroup Extent extent = new Extent();

    @Option(names = "--json", description = "The answer in JSON, as GET /v1/languages gives it.")
    boolean json;

    LanguagesCommand(Reachable reachable, Terminal terminal) {
        this.reachable = reachable;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Reachable.Source> languages = reachable.languages(Locale.ENGLISH, scope());
        if (json) {
            terminal.json(new LanguagesResource.Languages(languages));
        } else if (matrix) {
            terminal.print(new LanguageMatrix(languages, Signs.ofTerminal()).render());
        } else {
            languages.forEach(source -> terminal.print(LanguageLine.of(source)));
            if (scope() == Reachable.Scope.INSTALLED) {
                terminal.note("dragoman languages --catalogue shows what could be installed");
            }
        }
        return 0;
    }

    private Reachable.Scope scope() {
        if (extent.all) {
            return Reachable.Scope.ALL;
        }
        boolean wide = extent.catalogue || ((matrix || json) && !extent.installed);
        return wide ? Reachable.Scope.CATALOGUE : Reachable.Scope.INSTALLED;
    }

    /** How much is shown. */
    static final class Extent {
        @Option(names = "--installed", description = "What can be used now.")
        boolean installed;

        @Option(
                names = "--catalogue",
                description = "Also what models of one pair would add that can be installed.")
        boolean catalogue;

        @Option(
                names = "--all",
                description = "Also what models of many languages would add, gigabytes each.")
        boolean all;
    }
}
