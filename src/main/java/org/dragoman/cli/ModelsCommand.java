package org.dragoman.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code dragoman models}: what models there are, and getting them; its subcommands do the work.
 */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, installs, checks, updates and removes models.",
        subcommands = {
            ModelsListCommand.class,
            ModelsAddCommand.class,
            ModelsBundleCommand.class,
            ModelsVerifyCommand.class,
            ModelsUpdateCommand.class,
            ModelsRemoveCommand.class
        })
final class ModelsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say which: list, add, bundle, verify, update or remove");
    }
}
