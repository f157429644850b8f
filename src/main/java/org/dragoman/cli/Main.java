package org.dragoman.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Where the process starts: the server for {@code serve}, otherwise one command and out. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        List<String> words = Arrays.asList(args);
        boolean serve = words.contains("serve");
        boolean check = serve && words.contains(ServeCommand.CHECK);
        if (!serve || check) {
            // Standard output holds the answer alone.
            System.setProperty("quarkus.log.console.stderr", "true");
        }
        if (!serve) {
            // A command opens no port.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.log.level", "WARN");
        }
        if (check) {
            // Ports that nobody knows.
            System.setProperty("quarkus.http.host", "127.0.0.1");
            System.setProperty("quarkus.http.port", "0");
            System.setProperty("quarkus.http.ssl-port", "0");
        }
        Quarkus.run(Commands.class, args);
    }

    /** Runs the command the arguments name, with its collaborators from the container. */
    public static final class Commands implements QuarkusApplication {
        private final CommandLine.IFactory factory;

        Commands(CommandLine.IFactory factory) {
            this.factory = factory;
        }

        @Override
        public int run(String... args) {
            return DragomanCommand.line(factory).execute(args);
        }
    }
}
