package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dragoman.failure.DragomanException;

/** Takes models of the hub that no catalogue knows into the store. Thread-safe. */
public final class HubRepositories {
    private final ModelStore store;
    private final ToldCards cards;

    /**
     * Repositories for a store.
     *
     * @param loaders the runtimes, which are asked for the languages a tokenizer marks
     */
    public HubRepositories(ModelStore store, List<ModelLoader> loaders) {
        this.store = store;
        this.cards = new ToldCards(loaders);
    }

    /** Whether a text is the name of a repository, {@code owner/name}. */
    public static boolean named(String text) {
        return text.indexOf('/') > 0 && source(text).isPresent();
    }

    /**
     * Fetches what a model needs of a repository at its current commit, and installs it with a card
     * told from the files; a model of the same name that was added before is replaced.
     *
     * @param repository {@code owner/name}
     * @param wish goes before what the files tell
     * @param progress hears of every byte three times: when it is fetched, when it is read for its
     *     checksum, and when it is put in its place
     * @throws DragomanException model-not-installed when fetching is off; model-unavailable when it
     *     cannot be had or is not supported; invalid-field when {@code repository} is none, the
     *     name is taken, or the files do not tell enough, with the option that would help;
     *     disk-full
     */
    public ModelCard add(String repository, Wish wish, Progress progress) {
        ModelSource.Hub source =
                source(repository)
                        .orElseThrow(
                                () ->
                                        DragomanException.invalidField(
                                                "", "A model of the hub is called OWNER/NAME"));
        String title = repository.substring(repository.indexOf('/') + 1);
        String name = wish.name().orElse(HubUpstream.cardName(title));
        store.permission().requireFetching(name);
        return store.adding(
                name,
                progress,
                (installation, kept, heard) -> {
                    ThreePasses passes = new ThreePasses(name, heard);
                    Installation.Repository fetched =
                            installation.repository(source, kept, passes.first());
                    Publication from =
                            new Publication(
                                    title,
                                    Optional.of(fetched.snapshot().commit()),
                                    fetched.snapshot().page(),
                                    source);
                    return install(fetched.folder(), from, wish, passes);
                });
    }

    private ModelCard install(Path folder, Publication from, Wish wish, ThreePasses progress)
            throws IOException {
        HubFiles files = HubFiles.in(folder);
        String name = ToldCards.name(from, wish);
        TwoPasses passes = new TwoPasses(name, ToldCards.size(files), progress.others());
        ModelCard card = cards.card(files, from, wish, passes);
        store.add(card, files.folder(), passes);
        return card;
    }

    private static Optional<ModelSource.Hub> source(String repository) {
        try {
            return Optional.of(new ModelSource.Hub(repository));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
