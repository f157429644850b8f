package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman models update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Installs the revision of the catalogue where another one is on disk; for a model that"
                    + " the catalogue does not pin, the one that the hub has now."
        })
final class ModelsUpdateCommand implements Callable<Integer> {
    private final ModelStore store;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Says what would change, and changes nothing.")
    boolean dryRun;

    @Parameters(
            paramLabel = "NAME|PAIR",
            arity = "0..*",
            description = "Which; all that are installed when absent.")
    @Nullable List<String> given;

    ModelsUpdateCommand(ModelStore store, ObjectMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        Selection selection = new Selection(store.cards());
        List<ModelCard> models =
                given == null || given.isEmpty()
                        ? store.cards().stream().filter(store::present).toList()
                        : given.stream()
                                .flatMap(name -> selection.installed(name, store::present).stream())
                                .distinct()
                                .toList();
        try (ProgressBar bar = ProgressBar.onTerminal()) {
            for (ModelCard model : models) {
                answer.line(model.name() + "  " + update(model, bar));
            }
        }
        return 0;
    }

    private String update(ModelCard model, ProgressBar bar) {
        if (!store.outdated(model)) {
            return "up to date";
        }
        String before = ModelTable.revision(model.revision());
        if (dryRun) {
            return before + " → another revision";
        }
        String after = store.update(model.name(), bar).card().revision();
        return before + " → " + ModelTable.revision(after);
    }
}
