package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingTest {
    private static final LanguageTag GERMAN = LanguageTag.parse("de").orElseThrow();

    @TempDir Path temporary;
    private Path directory;
    private ModelStore store;
    private Routing routing;

    @BeforeEach
    void anEmptyStore() {
        directory = temporary.resolve("models");
        store = new ModelStore(new Catalogue(List.of()), directory, false, "");
        routing = new Routing(store, RouteRules.USUAL);
    }

    @Test
    void aTranslatorThatComesOrGoesIsSeenAtOnceAlsoLongAfterTheGraphWasDrawn() throws IOException {
        assertThat(toGerman()).isEmpty();
        add();
        Files.setLastModifiedTime(directory, FileTime.fromMillis(1_000_000));
        assertThat(toGerman()).isPresent();

        Files.move(directory.resolve("mine"), temporary.resolve("away"));
        assertThat(toGerman()).isEmpty();

        Files.move(temporary.resolve("away"), directory.resolve("mine"));
        assertThat(toGerman()).isPresent();
    }

    @Test
    void theGraphIsDrawnOnceAsLongAsNothingChanges() throws IOException {
        add();
        Files.setLastModifiedTime(directory, FileTime.fromMillis(1_000_000));
        RouteGraph drawn = routing.graph();

        Files.createDirectory(directory.resolve(".locks-of-somebody"));

        assertThat(routing.graph()).isSameAs(drawn);
    }

    private void add() throws IOException {
        new ModelFolders(store, List.of())
                .add(HubFolders.marian(temporary.resolve("mine")), Wish.NONE, Progress.NONE);
    }

    private Optional<Route> toGerman() {
        return routing.graph().best(LanguageTag.ENGLISH, GERMAN);
    }
}
