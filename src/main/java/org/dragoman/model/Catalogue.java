package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models the service knows, as {@code models/catalogue.json} lists them; its schema stands
 * beside it. Immutable.
 *
 * @param cards in the order of the file, each name once
 */
public record Catalogue(List<ModelCard> cards) {
    private static final String RESOURCE = "/models/catalogue.json";

    public Catalogue {
        cards = List.copyOf(cards);
        Set<String> names = new HashSet<>();
        for (ModelCard card : cards) {
            if (!names.add(card.name())) {
                throw new IllegalArgumentException("Two models have the name " + card.name());
            }
        }
    }

    /** The catalogue that comes with the service. */
    public static Catalogue bundled() {
        try (InputStream json = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing");
            }
            return read(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A catalogue in JSON.
     *
     * @throws IllegalArgumentException when a value is not what the schema asks for
     * @throws IOException when it is not JSON
     */
    public static Catalogue read(InputStream json) throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        if (root.path("version").asInt() != 1) {
            throw new IllegalArgumentException("Only catalogues of version 1 are read");
        }
        List<ModelCard> cards = new ArrayList<>();
        root.path("models").forEach(model -> cards.add(CardFormat.read(model)));
        return new Catalogue(cards);
    }

    /** The model with this name. */
    public Optional<ModelCard> card(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }
}
