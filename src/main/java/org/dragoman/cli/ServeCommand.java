package org.dragoman.cli;

import io.quarkus.runtime.Quarkus;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dragoman.web.Canary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dragoman serve}: the HTTP service, until the process is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves HTTP on port 8080 (QUARKUS_HTTP_PORT) until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    static final String CHECK = "--check";

    private final Canary canary;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = CHECK,
            description =
                    "Start, send a sentence through each default model, tell what came of it, and"
                            + " end: with 0 when the service would be ready.")
    private boolean check;

    ServeCommand(Canary canary) {
        this.canary = canary;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!check) {
            Quarkus.waitForExit();
            return 0;
        }
        Map<String, String> states = canary.awaitTrials();
        PrintWriter out = spec.commandLine().getOut();
        states.forEach((name, state) -> out.printf("%s: %s%n", name, state));
        return canary.ready() ? 0 : 1;
    }
}
