package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.model.Bundles;
import org.dragoman.model.HubRepositories;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman models add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Installs models, or installs them again when a file is damaged.",
            "A pair like en-de, or languages (--to tr,ru), stand for the best of the sizes that fit"
                    + " into memory together: all that one digest needs at once.",
            "A bundle, which models bundle wrote, needs no network. Of a folder in the hub's layout,"
                    + " an archive of one, or a repository of the hub all is taken that the model"
                    + " needs. What it is for is told from its files; the options say what they"
                    + " do not."
        })
final class ModelsAddCommand implements Callable<Integer> {
    private final ModelStore store;
    private final ModelFolders folders;
    private final HubRepositories repositories;
    private final ModelPool pool;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin PairOptions pairs = new PairOptions();

    @Mixin FolderOptions folder = new FolderOptions();

    @Option(
            names = "--dry-run",
            description = "Says what would be installed, and installs nothing.")
    boolean dryRun;

    @Parameters(
            paramLabel = "NAME|PAIR|BUNDLE|FOLDER|ARCHIVE|OWNER/REPO",
            arity = "0..*",
            description = "Which; the default models when nothing is said.")
    @Nullable List<String> given;

    ModelsAddCommand(
            ModelStore store,
            ModelFolders folders,
            HubRepositories repositories,
            ModelPool pool,
            ObjectMapper mapper) {
        this.store = store;
        this.folders = folders;
        this.repositories = repositories;
        this.pool = pool;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        List<String> all = given == null ? List.of() : given;
        List<String> own = all.stream().filter(this::ownModel).toList();
        requireOne(all, own);
        List<String> names = new ArrayList<>(all);
        names.removeAll(own);
        Answer answer = new Answer(spec, mapper);
        PairOptions languages = own.isEmpty() ? pairs : new PairOptions();
        List<ModelCard> models = named(names, languages, answer, all);
        if (dryRun) {
            tell(models, answer);
            return 0;
        }
        try (ProgressBar bar = ProgressBar.onTerminal()) {
            own.forEach(model -> add(model, bar, answer));
            models.forEach(model -> bar.expect(model.name(), model.bytes()));
            store.installAll(models.stream().map(ModelCard::name).toList(), bar);
        }
        models.forEach(model -> answer.line(model.name()));
        return 0;
    }

    /** Whether it is no model of the catalogue: a file, a folder, or another repository. */
    private boolean ownModel(String text) {
        return Files.exists(Path.of(text))
                || (HubRepositories.named(text)
                        && new Selection(pool.cards()).repository(text).isEmpty());
    }

    private List<ModelCard> named(
            List<String> names, PairOptions options, Answer answer, List<String> all) {
        if (all.isEmpty() && !options.languages()) {
            return store.cards().stream().filter(ModelCard::preset).toList();
        }
        return new Choosing(pool, answer).models(names, options);
    }

    private void add(String text, ProgressBar bar, Answer answer) {
        Path file = Path.of(text);
        if (!Files.exists(file)) {
            answer.line(repositories.add(text, folder.wish(pairs), bar).name());
        } else if (Bundles.recognises(file)) {
            new Bundles(store).add(file, bar).forEach(model -> answer.line(model.name()));
        } else {
            answer.line(folders.add(file, folder.wish(pairs), bar).name());
        }
    }

    /** What is said of a folder or a repository can be said of one alone. */
    private void requireOne(List<String> all, List<String> own) {
        boolean one = all.size() == 1 && own.size() == 1;
        boolean said = folder.given() || (pairs.languages() && !own.isEmpty());
        if (said && !one) {
            throw new ParameterException(
                    spec.commandLine(), "These options of add are for one folder");
        }
        if (dryRun && !own.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--dry-run is for models of the catalogue");
        }
    }

    private void tell(List<ModelCard> models, Answer answer) {
        for (ModelCard model : models) {
            String state = store.present(model) ? "installed" : ModelTable.megabytes(model.bytes());
            answer.line(model.name() + "  " + (model.bytes() == 0 ? "size not known" : state));
        }
    }
}
