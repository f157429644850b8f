package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The special and other added items that the files beside a vocabulary name: {@code
 * tokenizer_config.json}, and in older folders {@code special_tokens_map.json} and {@code
 * added_tokens.json}. Read as transformers reads them. Immutable.
 */
final class HubSpecials {
    private static final String DECODER = "added_tokens_decoder";
    private static final String MASK = "mask_token";
    private static final String ADDITIONAL = "additional_special_tokens";

    /** What an item is called when nothing else is said, in the order of transformers. */
    private static final Map<String, String> USUAL =
            Map.of(
                    "bos_token",
                    "<s>",
                    "eos_token",
                    "</s>",
                    "unk_token",
                    "<unk>",
                    "sep_token",
                    "</s>",
                    "pad_token",
                    "<pad>",
                    "cls_token",
                    "<s>",
                    MASK,
                    "<mask>");

    private final HubFolder folder;
    private final JsonNode map;

    HubSpecials(HubFolder folder) {
        this.folder = folder;
        this.map =
                folder.setting(DECODER).isObject()
                        ? MissingNode.getInstance()
                        : folder.optional("special_tokens_map.json");
    }

    /**
     * The item with a role such as {@code eos_token}; null when the files say there is none. A mask
     * takes the space before it unless the files say otherwise.
     */
    @Nullable AddedItem role(String role) {
        JsonNode told = map.has(role) ? map.path(role) : folder.setting(role);
        if (told.isNull()) {
            return null;
        }
        if (!told.isObject()) {
            boolean takesLeft = role.equals(MASK) && !pegasus();
            return new AddedItem(told.asText(usual(role)), takesLeft, false, true);
        }
        return AddedItem.of(told, true);
    }

    /** The text of the item with a role. */
    String text(String role) {
        AddedItem item = role(role);
        return item == null ? usual(role) : item.text();
    }

    /** The specials without a role of their own. */
    List<AddedItem> additional() {
        List<AddedItem> items = new ArrayList<>();
        for (JsonNode list : List.of(folder.setting(ADDITIONAL), map.path(ADDITIONAL))) {
            list.forEach(node -> items.add(AddedItem.of(node, true)));
        }
        return items;
    }

    /** Puts the items whose ids the files tell into a table. */
    void addNumbered(ItemTable table) {
        folder.setting(DECODER)
                .properties()
                .forEach(
                        entry -> {
                            JsonNode item = entry.getValue();
                            boolean special = item.path("special").asBoolean(false);
                            add(table, AddedItem.of(item, special), number(entry.getKey()));
                        });
        if (!folder.setting(DECODER).isObject()) {
            Set<String> specials = named();
            folder.optional("added_tokens.json")
                    .properties()
                    .forEach(
                            entry -> {
                                String text = entry.getKey();
                                boolean special = specials.contains(text);
                                AddedItem item = new AddedItem(text, false, false, special);
                                add(table, item, entry.getValue().asInt(-1));
                            });
        }
    }

    private void add(ItemTable table, AddedItem item, int id) {
        if (item.text().isEmpty() || id < 0) {
            throw folder.fault("tokenizer_config.json", "an added item has no text or no id");
        }
        table.add(item, id);
    }

    private Set<String> named() {
        Set<String> names = new HashSet<>();
        USUAL.keySet().forEach(role -> names.add(text(role)));
        additional().forEach(item -> names.add(item.text()));
        return names;
    }

    private boolean pegasus() {
        return folder.family() == HubFamily.PEGASUS;
    }

    private String usual(String role) {
        return role.equals(MASK) && pegasus() ? "<mask_2>" : USUAL.getOrDefault(role, "");
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
