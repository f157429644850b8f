package org.dragoman.torch;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of a vocabulary and their ids, while they are put together from several files. One
 * thread.
 */
final class ItemTable {
    private final Map<String, Integer> ids;
    private final Map<String, AddedItem> added = new LinkedHashMap<>();
    private final String unknown;

    /**
     * @param ids by text; grows with what is added
     * @param unknown the item for what is in no vocabulary, which is in {@code ids}
     */
    ItemTable(Map<String, Integer> ids, String unknown) {
        this.ids = new HashMap<>(ids);
        this.unknown = unknown;
    }

    /** Adds an item with an id of its own, over any it has. */
    void add(AddedItem item, int id) {
        ids.put(item.text(), id);
        added.put(item.text(), item);
    }

    /** Adds an item that may be there already; otherwise it gets the next id. */
    void add(AddedItem item) {
        if (!item.text().isEmpty() && !added.containsKey(item.text())) {
            add(item, ids.getOrDefault(item.text(), ids.size()));
        }
    }

    @Nullable Integer id(String text) {
        return ids.get(text);
    }

    /** The id of an item, or of the unknown one. */
    int idOrUnknown(String text) {
        Integer id = ids.get(text);
        return id != null ? id : unknown();
    }

    int unknown() {
        return ids.getOrDefault(unknown, 0);
    }

    Collection<AddedItem> added() {
        return added.values();
    }

    /** Each id's text; of two texts with one id an added one. */
    Map<Integer, String> texts() {
        Map<Integer, String> texts = new HashMap<>();
        ids.forEach((text, id) -> texts.merge(id, text, (a, b) -> added.containsKey(a) ? a : b));
        return texts;
    }
}
