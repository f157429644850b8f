package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * The models on disk: one directory each, checked against their cards before they are used.
 * Thread-safe, also against other processes that install into the same directory.
 */
public final class ModelStore {
    private final KnownModels known;
    private final Path directory;
    private final boolean fetch;
    private final Installation installation;
    private final Verification verification = new Verification();
    private final Set<String> installing = ConcurrentHashMap.newKeySet();
    private final Faults faults = new Faults();

    /**
     * A store in a directory, which is made when something is installed.
     *
     * @param fetch whether models may be fetched over the network
     * @param python command that runs Python with pip
     */
    public ModelStore(Catalogue catalogue, Path directory, boolean fetch, String python) {
        this(
                catalogue,
                directory,
                fetch,
                new Installation(
                        directory, new PipDownload(python, PipDownload.bundled()), new Disk()));
    }

    ModelStore(Catalogue catalogue, Path directory, boolean fetch, Installation installation) {
        this.known = new KnownModels(catalogue, new AddedModels(directory));
        this.directory = directory;
        this.fetch = fetch;
        this.installation = installation;
    }

    /** Every model the service knows: the catalogue's, and then those that were added here. */
    public List<ModelCard> cards() {
        return known.cards();
    }

    /**
     * The card of a model.
     *
     * @throws DragomanException model-unknown
     */
    public ModelCard card(String name) {
        return known.card(name);
    }

    KnownModels known() {
        return known;
    }

    /** Whether there is a directory for this model; its files may still be found damaged. */
    public boolean present(ModelCard card) {
        return Files.isDirectory(place(card));
    }

    /** Whether it can be had without anybody's help: on disk, or a default that may be fetched. */
    public boolean reachable(ModelCard card) {
        return present(card) || (card.preset() && permitted(card));
    }

    /**
     * A model on disk whose files are as its card says; does not install.
     *
     * @throws DragomanException model-unknown, model-not-installed, model-unavailable naming the
     *     file and what is wrong with it
     */
    public InstalledModel installed(String name) {
        ModelCard card = card(name);
        if (!present(card)) {
            throw new DragomanException(
                    ErrorCode.MODEL_NOT_INSTALLED,
                    "Model " + name + " is not installed: dragoman models add " + name);
        }
        List<String> problems =
                faults.during(card.name(), () -> verification.problems(card, place(card)));
        faults.found(name, problems);
        if (!problems.isEmpty()) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Model " + name + " is damaged and is not loaded: " + problems.get(0));
        }
        return new InstalledModel(card, place(card));
    }

    /**
     * A model, installed first when it is a default model, is missing and may be fetched. A damaged
     * model is refused, not replaced: that takes {@link #install}.
     *
     * @throws DragomanException as {@link #installed} and {@link #install}
     */
    public InstalledModel obtain(String name) {
        ModelCard card = card(name);
        return present(card) || !reachable(card) ? installed(name) : install(name, Progress.NONE);
    }

    /**
     * Installs a model, or installs it again when a file is damaged; nothing when all is sound.
     * Default models of the same package that are missing come with it.
     *
     * @throws DragomanException model-unknown; model-not-installed when fetching is off;
     *     model-unavailable when it cannot be had; disk-full
     */
    public InstalledModel install(String name, Progress progress) {
        ModelCard card = card(name);
        if (!permitted(card)) {
            throw new DragomanException(
                    ErrorCode.MODEL_NOT_INSTALLED,
                    "Model " + name + " is not fetched: dragoman.models.fetch is off");
        }
        faults.during(
                card.name(),
                () -> {
                    StoreLock.alone(directory, () -> installWanted(card, progress));
                    return List.of();
                });
        return installed(name);
    }

    /**
     * Installs a model that no catalogue knows, in place of what has its name.
     *
     * @throws DragomanException invalid-field when the name is taken; model-unavailable, disk-full
     */
    void add(ModelCard card, Progress progress) {
        known.requireFree(card.name());
        faults.during(
                card.name(),
                () -> {
                    StoreLock.alone(directory, () -> installAll(List.of(card), progress));
                    return List.of();
                });
    }

    /** Installs the default models that are missing, when they may be fetched. */
    public void installDefaults(Progress progress) {
        for (ModelCard card : cards()) {
            if (!present(card) && reachable(card)) {
                install(card.name(), progress);
            }
        }
    }

    /**
     * Reads all files of a model again and says what is wrong, a line a file; empty when it is
     * sound or not installed.
     *
     * @throws DragomanException model-unknown; model-unavailable when a file cannot be read
     */
    public List<String> verify(String name) {
        ModelCard card = card(name);
        if (!present(card)) {
            return List.of();
        }
        List<String> problems =
                faults.during(card.name(), () -> verification.reread(card, place(card)));
        faults.found(name, problems);
        return problems;
    }

    /** What there is to say of a model that is not in memory; reads no file. */
    ModelState state(ModelCard card) {
        if (installing.contains(card.name())) {
            return ModelState.INSTALLING;
        }
        if (problem(card).isPresent()) {
            return ModelState.FAILED;
        }
        return present(card) ? ModelState.READY : ModelState.AVAILABLE;
    }

    /** What was wrong when it was last used or installed, or is seen by the sizes of its files. */
    Optional<String> problem(ModelCard card) {
        Optional<String> last = faults.of(card.name());
        return last.isPresent() || !present(card)
                ? last
                : card.files().stream()
                        .map(CheckedFile::new)
                        .flatMap(file -> file.wrongSize(place(card)).stream())
                        .findFirst();
    }

    /** Bytes of a model's files on disk; 0 when it is not installed. */
    long bytesOnDisk(ModelCard card) {
        return card.files().stream()
                .mapToLong(file -> place(card).resolve(file.path()).toFile().length())
                .sum();
    }

    private boolean permitted(ModelCard card) {
        return fetch || card.source() instanceof ModelSource.Folder;
    }

    private Path place(ModelCard card) {
        return directory.resolve(card.name());
    }

    private void installWanted(ModelCard card, Progress progress) throws IOException {
        installAll(wanted(card), progress);
    }

    private void installAll(List<ModelCard> wanted, Progress progress) throws IOException {
        List<String> names = wanted.stream().map(ModelCard::name).toList();
        installing.addAll(names);
        try {
            if (!wanted.isEmpty()) {
                installation.run(wanted, progress);
            }
            names.forEach(name -> faults.found(name, List.of()));
        } finally {
            names.forEach(installing::remove);
        }
    }

    private List<ModelCard> wanted(ModelCard card) throws IOException {
        List<ModelCard> wanted = new ArrayList<>();
        if (!present(card) || !verification.reread(card, place(card)).isEmpty()) {
            wanted.add(card);
            cards().stream()
                    .filter(ModelCard::preset)
                    .filter(other -> other.source().equals(card.source()))
                    .filter(other -> !other.equals(card) && !present(other))
                    .forEach(wanted::add);
        }
        return wanted;
    }
}
