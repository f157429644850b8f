package org.dragoman.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dragoman keys}: who may use the service; its subcommands do the work. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Makes, lists and revokes keys, and tells of their use. Until the first is made, the service takes calls from"
                    + " everybody; a running service knows of changes within a second."
        },
        subcommands = {
            KeysCreateCommand.class,
            KeysListCommand.class,
            KeysRevokeCommand.class,
            KeysUsageCommand.class
        })
final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say which: create, list, revoke or usage");
    }
}
