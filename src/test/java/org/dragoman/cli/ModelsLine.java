package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dragoman.model.HubRepositories;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import picocli.CommandLine;

/** {@code dragoman models} over a store of a test, its answers caught. */
final class ModelsLine {
    private ModelsLine() {}

    static CommandLine of(
            ModelStore store,
            ModelPool pool,
            ObjectMapper mapper,
            StringWriter out,
            StringWriter err) {
        Map<Class<?>, Supplier<Object>> commands =
                Map.of(
                        ModelsListCommand.class,
                        () -> new ModelsListCommand(pool, mapper),
                        ModelsAddCommand.class,
                        () ->
                                new ModelsAddCommand(
                                        store,
                                        new ModelFolders(store, List.of()),
                                        new HubRepositories(store, List.of()),
                                        pool,
                                        mapper),
                        ModelsBundleCommand.class,
                        () -> new ModelsBundleCommand(store, pool, mapper),
                        ModelsVerifyCommand.class,
                        () -> new ModelsVerifyCommand(store, mapper),
                        ModelsUpdateCommand.class,
                        () -> new ModelsUpdateCommand(store, mapper),
                        ModelsRemoveCommand.class,
                        () -> new ModelsRemoveCommand(store, mapper));
        return DragomanCommand.telling(new CommandLine(new ModelsCommand(), factory(commands)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private static CommandLine.IFactory factory(Map<Class<?>, Supplier<Object>> commands) {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> kind) throws Exception {
                Supplier<Object> command = commands.get(kind);
                return command == null
                        ? CommandLine.defaultFactory().create(kind)
                        : kind.cast(command.get());
            }
        };
    }
}
