package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds added items in a text: the leftmost first, and of those that start together the longest.
 * Immutable and thread-safe.
 */
final class AddedItems {
    private final Map<Character, List<AddedItem>> byFirst = new HashMap<>();

    AddedItems(Collection<AddedItem> items) {
        for (AddedItem item : items) {
            byFirst.computeIfAbsent(item.text().charAt(0), first -> new ArrayList<>()).add(item);
        }
        Comparator<AddedItem> longestFirst = Comparator.comparing(item -> -item.text().length());
        byFirst.values().forEach(list -> list.sort(longestFirst));
    }

    /**
     * A stretch of a text: an item, or what stands between items.
     *
     * @param start UTF-16 index
     * @param end exclusive
     */
    record Stretch(int start, int end, @Nullable AddedItem item) {}

    /** The text in stretches, none of them empty; white space that an item takes is in none. */
    List<Stretch> split(String text) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            AddedItem item = at(text, at);
            if (item == null) {
                at++;
                continue;
            }
            int to = item.takesLeft() ? PythonSpace.skipBack(text, from, at) : at;
            addText(stretches, from, to);
            from = at + item.text().length();
            stretches.add(new Stretch(at, from, item));
            from = item.takesRight() ? PythonSpace.skip(text, from, text.length()) : from;
            at = from;
        }
        addText(stretches, from, text.length());
        return stretches;
    }

    private static void addText(List<Stretch> stretches, int start, int end) {
        if (start < end) {
            stretches.add(new Stretch(start, end, null));
        }
    }

    private @Nullable AddedItem at(String text, int index) {
        for (AddedItem item : byFirst.getOrDefault(text.charAt(index), List.of())) {
            if (text.startsWith(item.text(), index)) {
                return item;
            }
        }
        return null;
    }
}
