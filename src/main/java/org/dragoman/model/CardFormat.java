package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Cards as JSON: what {@code catalogue.schema.json} calls a model, read and written. */
final class CardFormat {
    private CardFormat() {}

    /**
     * A card from JSON.
     *
     * @throws IllegalArgumentException when a value is not what the schema asks for
     */
    static ModelCard read(JsonNode model) {
        return read(model, new HashMap<>());
    }

    /**
     * The same for one of many cards.
     *
     * @param met tags that were read before: few are met many times, and each takes its time
     */
    static ModelCard read(JsonNode model, Map<String, LanguageTag> met) {
        List<ModelFile> files = new ArrayList<>();
        model.path("files").forEach(file -> files.add(file(file)));
        JsonNode languages = model.path("languages");
        return new ModelCard(
                text(model, "name"),
                text(model, "family"),
                new Uses(
                        choice(ModelTask.class, text(model, "task")),
                        languages(languages.path("from"), met),
                        languages(languages.path("to"), met),
                        model.path("prefix").asText()),
                files,
                source(model.path("source")),
                new Upstream(
                        model.path("upstream").asText(),
                        model.path("revision").asText(),
                        text(model, "licence"),
                        published(model.path("published")),
                        model.path("variant").asText()),
                model.has("precision") ? choice(Precision.class, text(model, "precision")) : null,
                model.path("preset").asBoolean());
    }

    /** A card as JSON, which {@link #read} gives back. */
    static ObjectNode write(ModelCard card) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("name", card.name());
        model.put("family", card.family());
        model.put("task", card.task().code());
        ObjectNode languages = model.putObject("languages");
        tags(languages.putArray("from"), card.from());
        tags(languages.putArray("to"), card.to());
        if (!card.prefix().isEmpty()) {
            model.put("prefix", card.prefix());
        }
        if (card.precision() != null) {
            model.put("precision", code(card.precision()));
        }
        model.set("source", source(card.source()));
        if (!card.revision().isEmpty()) {
            model.put("revision", card.revision());
        }
        model.put("licence", card.licence());
        model.put("upstream", card.upstream().address());
        published(model, card.upstream().published());
        model.put("preset", card.preset());
        if (!card.variant().isEmpty()) {
            model.put("variant", card.variant());
        }
        ArrayNode files = model.putArray("files");
        card.files().forEach(file -> files.add(file(file)));
        return model;
    }

    private static ModelFile file(JsonNode file) {
        return new ModelFile(
                choice(ModelFile.Role.class, text(file, "role")),
                text(file, "path"),
                file.path("member").asText(),
                checksum(file),
                checksum(file.path("packed")));
    }

    private static ObjectNode file(ModelFile file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("role", code(file.role())).put("path", file.path()).put("member", file.member());
        checksum(json, file.content());
        if (file.packed() != null) {
            checksum(json.putObject("packed"), file.packed());
        }
        return json;
    }

    private static @Nullable Checksum checksum(JsonNode file) {
        return file.has("sha256")
                ? new Checksum(text(file, "sha256"), file.path("bytes").asLong(-1))
                : null;
    }

    private static void checksum(ObjectNode file, @Nullable Checksum known) {
        if (known != null) {
            file.put("sha256", known.sha256()).put("bytes", known.bytes());
        }
    }

    private static ModelSource source(JsonNode source) {
        JsonNode pip = source.path("pip");
        if (pip.isObject()) {
            return new ModelSource.Pip(text(pip, "requirement"), pip.path("bytes").asLong());
        }
        if (source.has("web")) {
            return new ModelSource.Web(URI.create(text(source, "web")));
        }
        if (source.has("hub")) {
            return new ModelSource.Hub(text(source, "hub"));
        }
        return new ModelSource.Folder(Path.of(text(source, "folder")));
    }

    private static ObjectNode source(ModelSource source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (source instanceof ModelSource.Pip pip) {
            json.putObject("pip").put("requirement", pip.requirement()).put("bytes", pip.bytes());
        } else if (source instanceof ModelSource.Folder folder) {
            json.put("folder", folder.path().toString());
        } else if (source instanceof ModelSource.Web web) {
            json.put("web", web.base().toString());
        } else if (source instanceof ModelSource.Hub hub) {
            json.put("hub", hub.repository());
        }
        return json;
    }

    private static Set<LanguageTag> languages(JsonNode tags, Map<String, LanguageTag> met) {
        Set<LanguageTag> languages = new HashSet<>();
        tags.forEach(tag -> languages.add(met.computeIfAbsent(tag.asText(), LanguageTag::new)));
        return languages;
    }

    private static void tags(ArrayNode array, Set<LanguageTag> languages) {
        languages.stream().map(LanguageTag::value).sorted().forEach(array::add);
    }

    private static Upstream.@Nullable Published published(JsonNode published) {
        return published.isObject()
                ? new Upstream.Published(
                        number(published.path("bleu")), number(published.path("comet")))
                : null;
    }

    private static void published(ObjectNode model, Upstream.@Nullable Published published) {
        if (published == null) {
            return;
        }
        ObjectNode json = model.putObject("published");
        if (published.bleu() != null) {
            json.put("bleu", published.bleu());
        }
        if (published.comet() != null) {
            json.put("comet", published.comet());
        }
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String code) {
        return Enum.valueOf(kind, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String code(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("A card lacks the field " + field);
        }
        return value.asText();
    }
}
