package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** Takes models out of folders in the hub's layout into the store. Thread-safe. */
public final class ModelFolders {
    private final ModelStore store;
    private final List<ModelLoader> loaders;

    /**
     * Folders for a store.
     *
     * @param loaders the runtimes, which are asked for the languages a tokenizer marks
     */
    public ModelFolders(ModelStore store, List<ModelLoader> loaders) {
        this.store = store;
        this.loaders = List.copyOf(loaders);
    }

    /**
     * Copies what a model needs out of a folder into the store, with a card told from the files; a
     * model of the same name that was added before is replaced.
     *
     * @param progress hears of every byte twice: when it is read for its checksum, and when it is
     *     copied
     * @throws org.dragoman.failure.DragomanException model-unavailable when the folder holds no
     *     model that is supported; invalid-field, with the option that would help, when the files
     *     do not tell enough, or the name is taken; disk-full
     */
    public ModelCard add(Path folder, Wish wish, Progress progress) {
        try {
            HubUpstream upstream = new HubUpstream(folder.toRealPath());
            String name = wish.name().orElse(HubUpstream.cardName(upstream.name()));
            store.known().requireFree(name);
            HubFiles files = HubFiles.in(folder);
            TwoPasses passes = new TwoPasses(name, size(files), progress);
            ModelCard card = card(name, files, upstream, wish, passes);
            store.add(card, files.folder(), passes);
            return card;
        } catch (IOException failed) {
            throw Disk.told(String.valueOf(folder.getFileName()), failed);
        }
    }

    private ModelCard card(
            String name, HubFiles files, HubUpstream upstream, Wish wish, TwoPasses passes)
            throws IOException {
        Architecture architecture = Architecture.of(files.config());
        Uses uses = new HubUses(files, architecture, upstream.name(), marked(files), wish).uses();
        Optional<String> licence = wish.licence().or(files.readMe()::licence);
        List<ModelFile> checked = new ArrayList<>();
        for (HubFiles.Found found : files.found()) {
            checked.add(passes.checked(found, files.folder().resolve(found.member())));
        }
        return new ModelCard(
                name,
                architecture.family(),
                uses,
                checked,
                new ModelSource.Folder(files.folder().path()),
                new Upstream(
                        "",
                        upstream.commit().orElse("sha256:" + ModelFile.fingerprint(checked)),
                        licence.orElse(Upstream.UNKNOWN),
                        null),
                wish.precision().orElse(null),
                false);
    }

    private Set<LanguageTag> marked(HubFiles files) {
        Set<LanguageTag> marked = new HashSet<>();
        loaders.forEach(loader -> marked.addAll(loader.languages(files.folder().path())));
        return marked;
    }

    private static long size(HubFiles files) throws IOException {
        long size = 0;
        for (HubFiles.Found found : files.found()) {
            size += Files.size(files.folder().resolve(found.member()));
        }
        return size;
    }
}
