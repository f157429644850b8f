package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

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
        root.path("models").forEach(model -> cards.add(card(model)));
        return new Catalogue(cards);
    }

    /** The model with this name. */
    public Optional<ModelCard> card(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    private static ModelCard card(JsonNode model) {
        List<ModelFile> files = new ArrayList<>();
        model.path("files").forEach(file -> files.add(file(file)));
        return new ModelCard(
                text(model, "name"),
                text(model, "family"),
                languages(model.path("languages").path("from")),
                languages(model.path("languages").path("to")),
                files,
                source(model.path("source")),
                text(model, "revision"),
                text(model, "licence"),
                text(model, "upstream"),
                published(model.path("published")),
                model.path("preset").asBoolean());
    }

    private static ModelFile file(JsonNode file) {
        return new ModelFile(
                ModelFile.Role.valueOf(
                        text(file, "role").toUpperCase(Locale.ROOT).replace('-', '_')),
                text(file, "path"),
                file.path("member").asText(),
                text(file, "sha256"),
                file.path("bytes").asLong());
    }

    private static ModelSource source(JsonNode source) {
        JsonNode pip = source.path("pip");
        return pip.isObject()
                ? new ModelSource.Pip(text(pip, "requirement"), pip.path("bytes").asLong())
                : new ModelSource.Folder(Path.of(text(source, "folder")));
    }

    private static Set<LanguageTag> languages(JsonNode tags) {
        Set<LanguageTag> languages = new HashSet<>();
        tags.forEach(tag -> languages.add(new LanguageTag(tag.asText())));
        return languages;
    }

    private static ModelCard.@Nullable Published published(JsonNode published) {
        return published.isObject()
                ? new ModelCard.Published(
                        number(published.path("bleu")), number(published.path("comet")))
                : null;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("A card lacks the field " + field);
        }
        return value.asText();
    }
}
