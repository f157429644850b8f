package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.ModelFile.Role;

/**
 * The files of a folder in the hub's layout that a model needs, found by their names; code, states
 * of a training and weights of other frameworks are left where they are. Immutable.
 *
 * @param found the weights first
 */
record HubFiles(Origin.Folder folder, List<Found> found) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final String CONFIG = "config.json";

    /** In this order the first that is there holds the weights. */
    private static final List<String> WEIGHTS =
            List.of(
                    "model.safetensors",
                    "model.safetensors.index.json",
                    "pytorch_model.bin",
                    "pytorch_model.bin.index.json");

    /** By their path in the folder; in the store a file lies under the path's last part. */
    private static final Map<String, Role> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put(CONFIG, Role.CONFIG);
        ROLES.put("generation_config.json", Role.GENERATION_CONFIG);
        ROLES.put("tokenizer.json", Role.TOKENIZER);
        ROLES.put("tokenizer_config.json", Role.TOKENIZER_CONFIG);
        ROLES.put("special_tokens_map.json", Role.SPECIAL_TOKENS);
        ROLES.put("added_tokens.json", Role.SPECIAL_TOKENS);
        ROLES.put("source.spm", Role.SOURCE_VOCABULARY);
        ROLES.put("target.spm", Role.TARGET_VOCABULARY);
        ROLES.put("spiece.model", Role.VOCABULARY);
        ROLES.put("sentencepiece.bpe.model", Role.VOCABULARY);
        ROLES.put("vocab.json", Role.VOCABULARY);
        ROLES.put("target_vocab.json", Role.VOCABULARY);
        ROLES.put("vocab.txt", Role.VOCABULARY);
        ROLES.put("merges.txt", Role.MERGES);
        ROLES.put("modules.json", Role.SENTENCE_CONFIG);
        ROLES.put("sentence_bert_config.json", Role.SENTENCE_CONFIG);
        ROLES.put("1_Pooling/config.json", Role.POOLING);
    }

    HubFiles {
        found = List.copyOf(found);
    }

    /**
     * A file that is needed.
     *
     * @param path its name in the store
     * @param member its path in the folder
     */
    record Found(Role role, String path, String member) {}

    /**
     * Looks what is in a folder.
     *
     * @throws DragomanException model-unavailable when it holds no configuration or no weights, or
     *     a file of it is a link that leaves it
     */
    static HubFiles in(Path path) throws IOException {
        Origin.Folder folder = new Origin.Folder(path.toRealPath());
        List<Found> found =
                chosen(
                        member -> Files.isRegularFile(folder.path().resolve(member)),
                        index -> inside(folder, index));
        for (Found each : found) {
            inside(folder, each.member());
        }
        return new HubFiles(folder, found);
    }

    /**
     * Of the files that are there those a model needs.
     *
     * @param there tells whether there is a file with this path
     * @param indexes gives the file with this path that lists the parts of split weights
     * @throws DragomanException model-unavailable when there is no configuration or no weights
     */
    static List<Found> chosen(Predicate<String> there, Indexes indexes) throws IOException {
        List<Found> found = new ArrayList<>(weights(there, indexes));
        ROLES.forEach(
                (member, role) -> {
                    if (there.test(member)) {
                        found.add(new Found(role, stored(member), member));
                    }
                });
        if (found.stream().noneMatch(each -> each.role() == Role.CONFIG)) {
            throw refused("There is no config.json");
        }
        return found;
    }

    /** The {@code config.json}. */
    JsonNode config() {
        return json(CONFIG);
    }

    /** A JSON object of the folder; missing when it is not there. */
    JsonNode json(String member) {
        return found.stream().anyMatch(each -> each.member().equals(member))
                ? JsonFile.read(folder.path().resolve(member))
                : MissingNode.getInstance();
    }

    /** What the README.md states; nothing when it is a link that leaves the folder. */
    FrontMatter readMe() throws IOException {
        try {
            return FrontMatter.read(folder.resolve("README.md"));
        } catch (NoSuchFileException none) {
            return FrontMatter.NONE;
        }
    }

    private static List<Found> weights(Predicate<String> there, Indexes indexes)
            throws IOException {
        for (String name : WEIGHTS) {
            if (there.test(name)) {
                return name.endsWith(".json")
                        ? shards(indexes.file(name), name)
                        : List.of(new Found(Role.WEIGHTS, name, name));
            }
        }
        throw refused("There is neither model.safetensors nor pytorch_model.bin");
    }

    private static List<Found> shards(Path file, String index) {
        TreeSet<String> names = new TreeSet<>();
        JsonFile.read(file).path("weight_map").forEach(name -> names.add(name.asText()));
        List<Found> found = new ArrayList<>();
        for (String name : names) {
            if (!PLAIN.matcher(name).matches()) {
                throw refused(index + ": names a file outside the folder");
            }
            found.add(new Found(Role.WEIGHTS, name, name));
        }
        if (found.isEmpty()) {
            throw refused(index + ": names no file");
        }
        found.add(new Found(Role.WEIGHTS_INDEX, index, index));
        return found;
    }

    private static Path inside(Origin.Folder folder, String member) throws IOException {
        try {
            return folder.resolve(member);
        } catch (NoSuchFileException absent) {
            throw refused(member + ": is not there, or is a link that leaves the folder");
        }
    }

    /** Gives the file of split weights that tells their parts. */
    @FunctionalInterface
    interface Indexes {
        Path file(String member) throws IOException;
    }

    private static String stored(String member) {
        return member.equals("1_Pooling/config.json") ? "pooling.json" : member;
    }

    private static DragomanException refused(String problem) {
        return new DragomanException(ErrorCode.MODEL_UNAVAILABLE, problem);
    }
}
