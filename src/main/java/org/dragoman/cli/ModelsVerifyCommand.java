package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman models verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads all files of the installed models again and compares their checksums.",
            "Exit status 1 when a file is damaged, or a model that is named is missing."
        })
final class ModelsVerifyCommand implements Callable<Integer> {
    private final ModelStore store;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "One object with all that was found.")
    boolean json;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Which; all that are installed when absent.")
    @Nullable List<String> names;

    ModelsVerifyCommand(ModelStore store, ObjectMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        List<Verified> found = chosen().map(this::verified).toList();
        if (json) {
            answer.json(new Report(found));
        } else {
            found.forEach(model -> tell(model, answer));
        }
        return found.stream().allMatch(Verified::sound) ? 0 : DragomanCommand.FAILED;
    }

    private Stream<ModelCard> chosen() {
        return names == null || names.isEmpty()
                ? store.cards().stream().filter(store::present)
                : names.stream().map(store::card);
    }

    private Verified verified(ModelCard card) {
        return new Verified(card.name(), store.present(card), store.verify(card.name()));
    }

    private static void tell(Verified model, Answer answer) {
        if (!model.installed()) {
            answer.line(model.name() + "  not installed");
        } else if (model.sound()) {
            answer.line(model.name() + "  sound");
        } else {
            answer.line(model.name() + "  damaged");
            model.problems().forEach(problem -> answer.line("    " + problem));
        }
    }

    /** What {@code verify --json} prints. */
    record Report(List<Verified> models) {}

    /** One model; {@code problems} names the damaged files. */
    record Verified(String name, boolean installed, List<String> problems) {
        boolean sound() {
            return installed && problems.isEmpty();
        }
    }
}
