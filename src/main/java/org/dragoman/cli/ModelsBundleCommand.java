package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Bundles;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dragoman models bundle}. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Writes models into one file, which models add installs on a machine without a network.",
            "What is missing is installed here first. The file is a tar archive: a list with all"
                    + " checksums, then the files."
        })
final class ModelsBundleCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final ModelStore store;
    private final ModelPool pool;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin PairOptions pairs = new PairOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE|-",
            description = "Where to; - for standard output.")
    String output = STANDARD_OUTPUT;

    @Parameters(
            paramLabel = "NAME|PAIR",
            arity = "0..*",
            description = "Which; the default models when nothing is said.")
    @Nullable List<String> given;

    ModelsBundleCommand(ModelStore store, ModelPool pool, ObjectMapper mapper) {
        this.store = store;
        this.pool = pool;
        this.mapper = mapper;
    }

    @Override
    public Integer call() throws IOException {
        Answer answer = new Answer(spec, mapper);
        List<String> all = given == null ? List.of() : given;
        List<ModelCard> models =
                all.isEmpty() && !pairs.languages()
                        ? store.cards().stream().filter(ModelCard::preset).toList()
                        : new Choosing(pool, answer).models(all, pairs);
        List<String> names = models.stream().map(ModelCard::name).toList();
        List<ModelCard> missing = models.stream().filter(model -> !store.present(model)).toList();
        try (ProgressBar bar = ProgressBar.onTerminal()) {
            missing.forEach(model -> bar.expect(model.name(), model.bytes()));
            store.installAll(missing.stream().map(ModelCard::name).toList(), bar);
        }
        try (ProgressBar bar = ProgressBar.onTerminal()) {
            write(names, bar);
        }
        if (!output.equals(STANDARD_OUTPUT)) {
            names.forEach(answer::line);
        }
        return 0;
    }

    /** Beside its place first: nobody takes half a bundle for a whole one. */
    private void write(List<String> names, ProgressBar bar) throws IOException {
        Bundles bundles = new Bundles(store);
        if (output.equals(STANDARD_OUTPUT)) {
            bundles.write(
                    names,
                    new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                    bar);
            return;
        }
        Path target = Path.of(output).toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                bundles.write(names, new BufferedOutputStream(out, 1 << 16), bar);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "The bundle cannot be written there: " + failed.getClass().getSimpleName(),
                    failed);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
