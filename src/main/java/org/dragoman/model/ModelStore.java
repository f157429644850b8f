package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dragoman.failure.DragomanException;
import org.dragoman.fetch.FetchSettings;

/**
 * The models on disk: one directory each, checked against their cards before they are used.
 * Thread-safe, also against other processes that install into the same directory.
 */
public final class ModelStore {
    private final KnownModels known;
    private final Permission permission;
    private final int atOnce;
    private final Installer installer;
    private final Faults faults = new Faults();
    private final Inspection inspection;

    /**
     * A store in a directory, which is made when something is installed.
     *
     * @param fetch whether models may be fetched over the network
     * @param python command that runs Python with pip
     */
    public ModelStore(Catalogue catalogue, Path directory, boolean fetch, String python) {
        this(
                catalogue,
                fetch,
                Installation.in(
                        directory, python, FetchSettings.plain(), List.of(Hubs.HUGGING_FACE)));
    }

    ModelStore(Catalogue catalogue, boolean fetch, Installation installation) {
        this.known = new KnownModels(catalogue, new AddedModels(installation.places()));
        this.permission = new Permission(fetch);
        this.atOnce = installation.atOnce();
        Underways underways = new Underways();
        Verification verification = new Verification();
        this.inspection = new Inspection(installation.places(), faults, underways, verification);
        this.installer = new Installer(known, installation, verification, underways);
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

    /** Where the models lie; its names tell which are there. */
    Path directory() {
        return inspection.places().directory();
    }

    /** Whether there is a directory for this model; its files may still be found damaged. */
    public boolean present(ModelCard card) {
        return inspection.present(card);
    }

    /** Whether it can be had without anybody's help: on disk, or a default that may be fetched. */
    public boolean reachable(ModelCard card) {
        return present(card) || (card.preset() && permission.covers(card));
    }

    /**
     * A model on disk whose files are as its card says; does not install.
     *
     * @throws DragomanException model-unknown, model-not-installed, model-unavailable naming the
     *     file and what is wrong with it
     */
    public InstalledModel installed(String name) {
        return inspection.sound(card(name));
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
        permission.require(card);
        change(name, () -> installer.install(card, progress));
        return installed(name);
    }

    /**
     * Installs several models at the same time, as {@link #install} does each; those that can be
     * had are installed also when others cannot.
     *
     * @throws DragomanException of the first in the list that could not be installed
     */
    public void installAll(List<String> names, Progress progress) {
        names.forEach(name -> permission.require(card(name)));
        SeveralModels.each(names, atOnce, name -> install(name, progress));
    }

    /**
     * Installs a card's model from an origin that is at hand, in place of what has its name.
     *
     * @param card pinned
     * @throws DragomanException model-unavailable, disk-full
     */
    void add(ModelCard card, Origin origin, Progress progress) {
        change(card.name(), () -> installer.replace(card, origin, progress));
    }

    /**
     * Adds a model whose card is told from its files, alone with its name.
     *
     * @throws DragomanException invalid-field when the name is taken; model-unavailable, disk-full
     */
    ModelCard adding(String name, Progress progress, Installer.Adding work) {
        known.requireFree(name);
        try {
            return installer.adding(name, progress, work);
        } catch (IOException failed) {
            throw Disk.told(name, failed);
        }
    }

    Permission permission() {
        return permission;
    }

    /**
     * Removes a model from the disk: one that was added is not known any more, one of the catalogue
     * can be installed again. Who has it in memory keeps it until it is unloaded.
     *
     * @throws DragomanException model-unknown, model-not-installed
     */
    public void remove(String name) {
        ModelCard card = card(name);
        change(name, () -> installer.remove(card));
    }

    /**
     * Whether there is another revision than the one that is installed: in the catalogue, or for a
     * model without one there, on its hub, which is asked.
     *
     * @throws DragomanException model-unavailable when the hub cannot be asked
     */
    public boolean outdated(ModelCard card) {
        if (!present(card) || !permission.covers(known.current(card.name()))) {
            return false;
        }
        try {
            return installer.outdated(card.name());
        } catch (IOException failed) {
            throw Disk.told(card.name(), failed);
        }
    }

    /**
     * Installs the revision that {@link #outdated} speaks of over what is installed; nothing when
     * that is it.
     *
     * @throws DragomanException as {@link #installed} and {@link #install}
     */
    public InstalledModel update(String name, Progress progress) {
        if (permission.covers(known.current(name)) && present(card(name))) {
            change(name, () -> installer.update(name, progress));
        }
        return installed(name);
    }

    /** How far an installation of this model by this process is; empty when there is none. */
    public Optional<Underway> progress(ModelCard card) {
        return installer.underway(card.name());
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
        return inspection.reread(card(name));
    }

    /** What there is to say of a model that is not in memory; reads no file. */
    ModelState state(ModelCard card) {
        return inspection.state(card);
    }

    /** What was wrong when it was last used or installed, or is seen by the sizes of its files. */
    Optional<String> problem(ModelCard card) {
        return inspection.problem(card);
    }

    /** Bytes of a model's files on disk; 0 when it is not installed. */
    long bytesOnDisk(ModelCard card) {
        return inspection.bytesOnDisk(card);
    }

    private void change(String name, Locks.Work work) {
        faults.during(
                name,
                () -> {
                    work.run();
                    faults.found(name, List.of());
                    return name;
                });
    }

    /**
     * How far an installation is, in bytes that are fetched and unpacked.
     *
     * @param done 0 to {@code total}, never falling
     * @param total 0 as long as it is not known
     */
    public record Underway(long done, long total) {}
}
