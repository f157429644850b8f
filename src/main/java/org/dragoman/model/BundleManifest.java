package org.dragoman.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * The first file of a bundle: the cards of all models in it, complete, in the form of {@code
 * catalogue.schema.json}. Immutable.
 *
 * @param cards at least one, pinned, each name once
 */
record BundleManifest(List<ModelCard> cards) {
    /** Name of the first entry of the archive. */
    static final String NAME = "dragoman-bundle.json";

    /** A longer one is not read. */
    static final int LONGEST = 1 << 24;

    private static final int VERSION = 1;

    BundleManifest {
        cards = List.copyOf(cards);
    }

    /**
     * A manifest from JSON.
     *
     * @throws DragomanException model-unavailable when it is none, or a card in it is not complete
     */
    static BundleManifest read(byte[] json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root.path("bundle").asInt() != VERSION) {
                throw refused("it is of another version than " + VERSION);
            }
            List<ModelCard> cards = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (JsonNode model : root.path("models")) {
                ModelCard card = CardFormat.read(model);
                if (!card.pinned() || !names.add(card.name())) {
                    throw refused("a model in its manifest is there twice or lacks a checksum");
                }
                cards.add(card);
            }
            if (cards.isEmpty()) {
                throw refused("its manifest names no model");
            }
            return new BundleManifest(cards);
        } catch (IOException | IllegalArgumentException damaged) {
            throw refused("its manifest is damaged");
        }
    }

    byte[] write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bundle", VERSION);
        ArrayNode models = root.putArray("models");
        cards.forEach(card -> models.add(CardFormat.write(card)));
        try {
            byte[] json =
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
            return (new String(json, StandardCharsets.UTF_8) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cards become JSON", impossible);
        }
    }

    static DragomanException refused(String problem) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE, "The bundle cannot be used: " + problem);
    }
}
