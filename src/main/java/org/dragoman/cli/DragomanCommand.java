package org.dragoman.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import org.dragoman.failure.DragomanException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code dragoman} command; its subcommands do the work. */
@TopCommand
@Command(
        name = "dragoman",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Reads a scraped article: clean text, a summary, versions in other languages.",
        footer = {
            "",
            "Exit status: 0 done, 1 failed with one line on standard error, 2 wrong usage.",
            "Settings come from the environment, for example DRAGOMAN_MODELS_DIRECTORY."
        },
        subcommands = {
            ServeCommand.class,
            DigestCommand.class,
            SummarizeCommand.class,
            TranslateCommand.class,
            CheckCommand.class,
            LanguagesCommand.class,
            ModelsCommand.class,
            KeysCommand.class
        })
public final class DragomanCommand {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /** The command line with its error texts; every command ends with 0, 1 or 2. */
    static CommandLine line(CommandLine.IFactory factory) {
        return telling(new CommandLine(DragomanCommand.class, factory));
    }

    /** A line whose failures are one line on its errors. */
    static CommandLine telling(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, failed, parsed) -> {
                            failed.getErr().println("dragoman: " + message(failure));
                            return FAILED;
                        });
    }

    private static String message(Exception failure) {
        return failure instanceof DragomanException
                ? String.valueOf(failure.getMessage())
                : "failed inside: " + failure.getClass().getSimpleName();
    }
}
