package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.dragoman.access.Keys;
import org.dragoman.web.KeysResource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dragoman keys create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a key and prints it. It is kept nowhere: who loses it needs another.",
            "From the first key on, every call needs one, as Authorization: Bearer KEY."
        })
final class KeysCreateCommand implements Callable<Integer> {
    private final Keys keys;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--name", required = true, description = "Who will have it.")
    String name = "";

    @Option(
            names = "--scope",
            defaultValue = "use",
            description = "use: calls; admin: models and keys as well. Default: use.")
    String scope = "use";

    @Option(names = "--calls", paramLabel = "N", description = "Calls a minute at most.")
    @Nullable Long calls;

    @Option(
            names = "--characters",
            paramLabel = "N",
            description = "Characters a day at most, once for each target language.")
    @Nullable Long characters;

    @Option(names = "--days", paramLabel = "N", description = "How long it is valid.")
    @Nullable Long days;

    @Option(names = "--json", description = "Prints JSON.")
    boolean json;

    KeysCreateCommand(Keys keys, ObjectMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        KeysResource.Made made =
                new KeysResource.Wish(name, scope, calls, characters, days).make(keys);
        if (json) {
            answer.json(made);
        } else {
            answer.line(made.key());
            answer.note("Key " + made.about().id() + ". It is not shown again.");
        }
        return 0;
    }
}
