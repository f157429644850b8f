package org.dragoman.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Takes models out of folders in the hub's layout into the store, and out of zip, tar and tar.gz
 * archives of such folders. Thread-safe.
 */
public final class ModelFolders {
    private static final String README = "README.md";

    private final ModelStore store;
    private final ToldCards cards;

    /**
     * Folders for a store.
     *
     * @param loaders the runtimes, which are asked for the languages a tokenizer marks
     */
    public ModelFolders(ModelStore store, List<ModelLoader> loaders) {
        this.store = store;
        this.cards = new ToldCards(loaders);
    }

    /**
     * Copies what a model needs out of a folder or an archive of one into the store, with a card
     * told from the files; a model of the same name that was added before is replaced.
     *
     * @param progress hears of every byte twice: when it is read for its checksum, and when it is
     *     copied
     * @throws org.dragoman.failure.DragomanException model-unavailable when the folder holds no
     *     model that is supported; invalid-field, with the option that would help, when the files
     *     do not tell enough, or the name is taken; disk-full
     */
    public ModelCard add(Path folder, Wish wish, Progress progress) {
        try {
            Path path = folder.toRealPath();
            if (Files.isRegularFile(path)) {
                return unpacked(path, wish, progress);
            }
            HubUpstream upstream = new HubUpstream(path);
            Publication from =
                    new Publication(
                            upstream.name(), upstream.commit(), "", new ModelSource.Folder(path));
            store.known().requireFree(ToldCards.name(from, wish));
            return install(path, from, wish, progress);
        } catch (IOException failed) {
            throw Disk.told(String.valueOf(folder.getFileName()), failed);
        }
    }

    private ModelCard install(Path folder, Publication from, Wish wish, Progress progress)
            throws IOException {
        HubFiles files = HubFiles.in(folder);
        TwoPasses passes =
                new TwoPasses(ToldCards.name(from, wish), ToldCards.size(files), progress);
        ModelCard card = cards.card(files, from, wish, passes);
        store.add(card, files.folder(), passes);
        return card;
    }

    private ModelCard unpacked(Path archive, Wish wish, Progress progress) {
        Publication from =
                new Publication(
                        title(archive), Optional.empty(), "", new ModelSource.Folder(archive));
        return store.adding(
                ToldCards.name(from, wish),
                progress,
                (installation, kept, heard) -> {
                    Path folder = installation.emptied(kept);
                    unpack(archive, kept, folder);
                    return install(folder, from, wish, heard);
                });
    }

    /** Writes what a model needs, under names that this service gives and no archive. */
    private static void unpack(Path archive, Path work, Path folder) throws IOException {
        try (Archive packed = Archive.open(archive, work)) {
            Set<String> names = packed.names();
            List<String> needed =
                    new ArrayList<>(names.contains(README) ? List.of(README) : List.of());
            HubFiles.chosen(names::contains, index -> copy(packed, index, folder))
                    .forEach(found -> needed.add(found.member()));
            for (String member : needed) {
                copy(packed, member, folder);
            }
        }
    }

    private static Path copy(Archive packed, String member, Path folder) throws IOException {
        Path path = folder.resolve(member);
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        try (InputStream in = packed.open(member)) {
            Files.copy(in, path);
            return path;
        } catch (ZipException | EOFException damaged) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    member + " is damaged in its archive, or far larger than it",
                    damaged);
        }
    }

    /** The name of the file without what says that it is an archive. */
    private static String title(Path archive) {
        return String.valueOf(archive.getFileName())
                .replaceFirst("(?i)\\.(zip|tar|tgz|tar\\.gz)$", "");
    }
}
