package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a {@link Shelf}, guarded by its monitor: one a model; the one before it, while
 * another revision is loaded in its place; and the retired ones, in whose place another is there.
 * Who has one of these keeps it to the end.
 */
final class Slots {
    private final Map<String, Slot> current = new HashMap<>();
    private final Map<String, Slot> before = new HashMap<>();
    private final Set<Slot> retired = new HashSet<>();

    @Nullable Slot get(String name) {
        return current.get(name);
    }

    /** The slot that serves this revision; one of another revision makes way for it. */
    @Nullable Slot get(ModelCard card) {
        Slot known = current.get(card.name());
        if (known != null && !known.serves(card.revision())) {
            current.remove(card.name());
            if (!known.loaded() || before.putIfAbsent(card.name(), known) != null) {
                retired.add(known);
            }
        }
        return current.get(card.name());
    }

    /** There is no way back to the one before it, which is given when nobody uses that. */
    Optional<Slot> settle(Slot slot) {
        Optional<Slot> old = takeBefore(slot);
        old.filter(used -> !used.idle()).ifPresent(retired::add);
        return old.filter(Slot::idle);
    }

    /**
     * It could not be loaded: the one before it stands in.
     *
     * @param end by {@link System#nanoTime}: then the slot's revision is tried again
     */
    Optional<Slot> fallBack(Slot slot, long end) {
        Optional<Slot> old = takeBefore(slot);
        old.ifPresent(
                standIn -> {
                    standIn.standIn(slot.card.revision(), end);
                    put(standIn);
                });
        return old;
    }

    private Optional<Slot> takeBefore(Slot slot) {
        return current.get(slot.card.name()) == slot
                ? Optional.ofNullable(before.remove(slot.card.name()))
                : Optional.empty();
    }

    void put(Slot slot) {
        current.put(slot.card.name(), slot);
    }

    boolean remove(Slot slot) {
        return current.remove(slot.card.name(), slot)
                || before.remove(slot.card.name(), slot)
                || retired.remove(slot);
    }

    /** Takes the slot of a model away, whatever its revision. */
    @Nullable Slot remove(String name) {
        return current.remove(name);
    }

    boolean retired(Slot slot) {
        return retired.contains(slot);
    }

    Stream<Slot> all() {
        return Stream.of(retired, before.values(), current.values()).flatMap(Collection::stream);
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
