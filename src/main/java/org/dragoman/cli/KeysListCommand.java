package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.access.ApiKey;
import org.dragoman.access.Keys;
import org.dragoman.web.KeysResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dragoman keys list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the keys there are, the oldest first; never the keys themselves.")
final class KeysListCommand implements Callable<Integer> {
    private final Keys keys;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints JSON.")
    boolean json;

    KeysListCommand(Keys keys, ObjectMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        List<ApiKey> all = keys.all();
        if (json) {
            answer.json(KeysResource.Listed.of(all));
            return 0;
        }
        for (ApiKey key : all) {
            String expires = key.expires() == null ? "" : "  until " + key.expires();
            answer.line(key.id() + "  " + key.scope().wire() + "  " + key.name() + expires);
        }
        return 0;
    }
}
