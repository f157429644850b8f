package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.access.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman keys revoke}. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Revokes keys: within a second nobody gets in with them.")
final class KeysRevokeCommand implements Callable<Integer> {
    private final Keys keys;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Which, as keys list has them.")
    List<String> ids = List.of();

    KeysRevokeCommand(Keys keys, ObjectMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        for (String id : ids) {
            keys.revoke(id);
            answer.line(id);
        }
        return 0;
    }
}
