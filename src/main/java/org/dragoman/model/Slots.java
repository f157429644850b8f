package org.dragoman.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a {@link Shelf}, guarded by its monitor: one a model, and the retired ones, of whose
 * models another revision was installed since. Who has a retired one keeps it to the end.
 */
final class Slots {
    private final Map<String, Slot> current = new HashMap<>();
    private final Set<Slot> retired = new HashSet<>();

    @Nullable Slot get(String name) {
        return current.get(name);
    }

    /** The slot of this very revision; one of another revision is retired. */
    @Nullable Slot get(ModelCard card) {
        Slot known = current.get(card.name());
        if (known != null && !known.card.revision().equals(card.revision())) {
            current.remove(card.name());
            retired.add(known);
        }
        return current.get(card.name());
    }

    void put(Slot slot) {
        current.put(slot.card.name(), slot);
    }

    boolean remove(Slot slot) {
        return current.remove(slot.card.name(), slot) || retired.remove(slot);
    }

    /** Takes the slot of a model away, whatever its revision. */
    @Nullable Slot remove(String name) {
        return current.remove(name);
    }

    boolean retired(Slot slot) {
        return retired.contains(slot);
    }

    Stream<Slot> all() {
        return Stream.concat(retired.stream(), current.values().stream());
    }

    /** Those nobody uses, in the order in which they make room. */
    List<Slot> idle() {
        return all().filter(Slot::idle)
                .sorted(
                        Comparator.comparing((Slot slot) -> !retired(slot))
                                .thenComparingLong(slot -> slot.lastUse))
                .toList();
    }

    /** Bytes outside the heap that are taken or spoken for. */
    long bytes() {
        return all().mapToLong(slot -> slot.bytes).sum();
    }
}
