package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman models remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Removes models from the disk; a pair like en-de stands for every size of it.",
            "A server that has one in memory keeps it until it is unloaded. A default model comes"
                    + " back when it is needed and fetching is allowed."
        })
final class ModelsRemoveCommand implements Callable<Integer> {
    private final ModelStore store;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME|PAIR", arity = "1..*", description = "Which.")
    List<String> given = List.of();

    ModelsRemoveCommand(ModelStore store, ObjectMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Selection selection = new Selection(store.cards());
        // All of them are looked up before the first is removed: a slip of the pen removes nothing.
        List<ModelCard> models =
                given.stream()
                        .flatMap(name -> selection.installed(name, store::present).stream())
                        .distinct()
                        .toList();
        Answer answer = new Answer(spec, mapper);
        for (ModelCard model : models) {
            store.remove(model.name());
            answer.line(model.name());
        }
        return 0;
    }
}
