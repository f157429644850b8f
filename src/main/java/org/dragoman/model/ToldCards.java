package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * Cards of models that no catalogue knows, told from their files. Immutable.
 *
 * @param loaders the runtimes, which are asked for the languages a tokenizer marks
 */
record ToldCards(List<ModelLoader> loaders) {
    ToldCards {
        loaders = List.copyOf(loaders);
    }

    /**
     * The card of the model in a folder, with the checksums of its files.
     *
     * @param wish goes before what the files tell; names it, else its publisher does
     * @param passes of which this is the first
     * @throws org.dragoman.failure.DragomanException model-unavailable when it is not supported;
     *     invalid-field, with the option that would help, when the files do not tell enough
     */
    ModelCard card(HubFiles files, Publication from, Wish wish, TwoPasses passes)
            throws IOException {
        Architecture architecture = Architecture.of(files.config());
        Uses uses = new HubUses(files, architecture, from.title(), marked(files), wish).uses();
        Optional<String> licence = wish.licence().or(files.readMe()::licence);
        List<ModelFile> checked = new ArrayList<>();
        for (HubFiles.Found found : files.found()) {
            checked.add(passes.checked(found, files.folder().resolve(found.member())));
        }
        return new ModelCard(
                name(from, wish),
                architecture.family(),
                uses,
                checked,
                from.source(),
                new Upstream(
                        from.address(),
                        from.commit().orElse("sha256:" + ModelFile.fingerprint(checked)),
                        licence.orElse(Upstream.UNKNOWN),
                        null),
                wish.precision().orElse(null),
                false);
    }

    /** The name a model gets. */
    static String name(Publication from, Wish wish) {
        return wish.name().orElse(HubUpstream.cardName(from.title()));
    }

    /** Bytes of all files together. */
    static long size(HubFiles files) throws IOException {
        long size = 0;
        for (HubFiles.Found found : files.found()) {
            size += Files.size(files.folder().resolve(found.member()));
        }
        return size;
    }

    private Set<LanguageTag> marked(HubFiles files) {
        Set<LanguageTag> marked = new HashSet<>();
        loaders.forEach(loader -> marked.addAll(loader.languages(files.folder().path())));
        return marked;
    }
}
