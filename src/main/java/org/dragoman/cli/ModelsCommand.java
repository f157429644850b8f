package org.dragoman.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.web.ModelsResource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman models}: what models there are, whether they are sound, and getting them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, checks and installs the models.")
final class ModelsCommand implements Runnable {
    private final ModelStore store;
    private final ModelFolders folders;
    private final ModelPool pool;
    private final ObjectMapper json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ModelsCommand(ModelStore store, ModelFolders folders, ModelPool pool, ObjectMapper json) {
        this.store = store;
        this.folders = folders;
        this.pool = pool;
        this.json = json;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: list, verify or add");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every model the service knows, and whether it is on disk.")
    int list(@Option(names = "--json", description = "As GET /v1/models answers.") boolean asJson) {
        print(
                asJson
                        ? json(ModelsResource.Models.of(pool.statuses()))
                        : ModelTable.render(pool.statuses()));
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads all files of the installed models again and compares their checksums.",
                "Exit status 1 when a file is damaged, or a model that is named is missing."
            })
    int verify(
            @Option(names = "--json", description = "One object with all that was found.")
                    boolean asJson,
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..*",
                            description = "Which; all that are installed when absent.")
                    @Nullable List<String> names) {
        List<Verified> found = chosen(names).map(this::verified).toList();
        if (asJson) {
            print(json(new Report(found)));
        } else {
            found.forEach(this::tell);
        }
        return found.stream().allMatch(Verified::sound) ? 0 : DragomanCommand.FAILED;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Installs models, or installs them again when a file is damaged.",
                "A folder in the hub's layout is copied with what the model needs. What it is for"
                        + " is told from its files; the options are for one folder, and say what"
                        + " they do not."
            })
    int add(
            @Mixin FolderOptions options,
            @Parameters(
                            paramLabel = "NAME|FOLDER",
                            arity = "0..*",
                            description = "Which; the default models when absent.")
                    @Nullable List<String> given) {
        List<String> wanted =
                given == null ? cards(ModelCard::preset).map(ModelCard::name).toList() : given;
        if (options.given() && !(wanted.size() == 1 && folder(wanted.get(0)))) {
            throw new ParameterException(
                    spec.commandLine(), "The options of add are for one folder");
        }
        try (ProgressBar bar = ProgressBar.onTerminal()) {
            for (String name : wanted) {
                if (folder(name)) {
                    print(folders.add(Path.of(name), options.wish(), bar).name() + "\n");
                } else {
                    store.install(name, bar);
                }
            }
        }
        return 0;
    }

    /** A name is never a path with a separator, and a folder wins over a name. */
    private static boolean folder(String name) {
        return Files.isDirectory(Path.of(name));
    }

    private Stream<ModelCard> cards(Predicate<ModelCard> which) {
        return store.cards().stream().filter(which);
    }

    private Stream<ModelCard> chosen(@Nullable List<String> names) {
        return names == null || names.isEmpty()
                ? cards(store::present)
                : names.stream().map(store::card);
    }

    private Verified verified(ModelCard card) {
        return new Verified(card.name(), store.present(card), store.verify(card.name()));
    }

    private void tell(Verified model) {
        if (!model.installed()) {
            print(model.name() + "  not installed\n");
        } else if (model.sound()) {
            print(model.name() + "  sound\n");
        } else {
            print(model.name() + "  damaged\n");
            model.problems().forEach(problem -> print("    " + problem + "\n"));
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private String json(Object answer) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records become JSON", impossible);
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
