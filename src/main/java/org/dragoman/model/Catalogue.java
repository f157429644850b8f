package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * The models the service knows, as {@code models/catalogue.json} and the generated {@code
 * models/students.json} list them; their schema stands beside them. Immutable.
 *
 * @param cards in the order of the files, each name once
 */
public record Catalogue(List<ModelCard> cards) {
    private static final List<String> RESOURCES =
            List.of("/models/catalogue.json", "/models/students.json");

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
        List<ModelCard> cards = new ArrayList<>();
        Map<String, LanguageTag> met = new HashMap<>();
        for (String resource : RESOURCES) {
            try (InputStream json = Catalogue.class.getResourceAsStream(resource)) {
                if (json == null) {
                    throw new IllegalStateException("The resource " + resource + " is missing");
                }
                cards.addAll(cards(json, met));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Catalogue(cards);
    }

    /**
     * A catalogue in JSON.
     *
     * @throws IllegalArgumentException when a value is not what the schema asks for
     * @throws IOException when it is not JSON
     */
    public static Catalogue read(InputStream json) throws IOException {
        return new Catalogue(cards(json, new HashMap<>()));
    }

    private static List<ModelCard> cards(InputStream json, Map<String, LanguageTag> met)
            throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        if (root.path("version").asInt() != 1) {
            throw new IllegalArgumentException("Only catalogues of version 1 are read");
        }
        List<ModelCard> cards = new ArrayList<>();
        root.path("models").forEach(model -> cards.add(CardFormat.read(model, met)));
        return cards;
    }

    /** The model with this name. */
    public Optional<ModelCard> card(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }
}
