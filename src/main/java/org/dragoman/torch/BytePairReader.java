package org.dragoman.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Byte-level byte-pair encoding from {@code vocab.json} and {@code merges.txt}, as BART and GPT-2
 * have it: written as a {@code tokenizer.json} and run by the library that reads those.
 */
final class BytePairReader {
    static final String MERGES = "merges.txt";
    private static final List<String> ROLES =
            List.of("bos_token", "pad_token", "eos_token", "unk_token", "mask_token");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HubFolder folder;
    private final HubSpecials specials;
    private final JsonNode vocabulary;
    private final boolean prefixed;

    BytePairReader(HubFolder folder) {
        this.folder = folder;
        this.specials = new HubSpecials(folder);
        this.vocabulary = folder.optional(PieceReader.VOCABULARY);
        this.prefixed = folder.flag("add_prefix_space", false);
    }

    LibrarySubwords read() {
        ObjectNode tokenizer = JSON.objectNode();
        tokenizer.put("version", "1.0");
        tokenizer.set("added_tokens", added());
        tokenizer.set("pre_tokenizer", byteLevel());
        tokenizer.set("post_processor", template());
        tokenizer.set("decoder", byteLevel());
        tokenizer.set("model", model());
        try {
            byte[] json = new ObjectMapper().writeValueAsBytes(tokenizer);
            return LibrarySubwords.parse(json, folder.file(MERGES));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ArrayNode added() {
        ArrayNode items = JSON.arrayNode();
        for (String role : ROLES) {
            AddedItem item = specials.role(role);
            if (item != null) {
                items.add(added(item, role.equals("mask_token")));
            }
        }
        specials.additional().forEach(item -> items.add(added(item, false)));
        return items;
    }

    private ObjectNode added(AddedItem item, boolean normalized) {
        ObjectNode node = JSON.objectNode();
        node.put("id", id(item.text()));
        node.put("content", item.text());
        node.put("single_word", false);
        node.put("lstrip", item.takesLeft());
        node.put("rstrip", item.takesRight());
        node.put("normalized", normalized);
        return node.put("special", true);
    }

    private ObjectNode byteLevel() {
        ObjectNode node = JSON.objectNode().put("type", "ByteLevel");
        node.put("add_prefix_space", prefixed);
        return node.put("trim_offsets", true).put("use_regex", true);
    }

    private ObjectNode template() {
        ObjectNode node = JSON.objectNode().put("type", "RobertaProcessing");
        node.set("sep", item("sep_token"));
        node.set("cls", item("cls_token"));
        return node.put("trim_offsets", true).put("add_prefix_space", prefixed);
    }

    private ArrayNode item(String role) {
        String text = specials.text(role);
        return JSON.arrayNode().add(text).add(id(text));
    }

    private ObjectNode model() {
        ObjectNode node = JSON.objectNode().put("type", "BPE");
        node.put("continuing_subword_prefix", "").put("end_of_word_suffix", "");
        node.put("fuse_unk", false).put("byte_fallback", false);
        node.set("vocab", vocabulary);
        ArrayNode merges = JSON.arrayNode();
        new String(folder.bytes(MERGES), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#version"))
                .forEach(merges::add);
        node.set("merges", merges);
        return node;
    }

    private int id(String item) {
        JsonNode id = vocabulary.path(item);
        if (!id.canConvertToInt()) {
            throw folder.fault(PieceReader.VOCABULARY, "has no item " + item);
        }
        return id.intValue();
    }
}
