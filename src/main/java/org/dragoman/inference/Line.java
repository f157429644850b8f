package org.dragoman.inference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that wait for one model, by length and, of one length, in the order they came. Not
 * thread-safe: the {@link Backlog}'s lock guards it. Taking and removing a row cost O(log rows).
 */
final class Line<I, O> {
    private final Work<I, O> work;
    private final TreeMap<Integer, TreeSet<Waiting<I, O>>> byLength = new TreeMap<>();
    private int size;
    private long cost;

    Line(Work<I, O> work) {
        this.work = work;
    }

    void add(Waiting<I, O> row) {
        if (byLength.computeIfAbsent(row.length(), n -> new TreeSet<>(Waiting.IN_ORDER)).add(row)) {
            size++;
            cost += row.cost();
        }
    }

    /** Whether the row waited here. */
    boolean remove(Waiting<?, ?> row) {
        TreeSet<Waiting<I, O>> alike = byLength.get(row.length());
        if (alike == null || !alike.remove(row)) {
            return false;
        }
        if (alike.isEmpty()) {
            byLength.remove(row.length());
        }
        size--;
        cost -= row.cost();
        return true;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    List<Waiting<I, O>> rows() {
        return byLength.values().stream().flatMap(TreeSet::stream).toList();
    }

    /**
     * Takes the rows of the next batch out: the first, then those nearest to it in length of calls
     * of a like size, in the order they came, as far as the bounds allow. What waits is cut into
     * batches of even size, at least as many as there are workers free for it, so that none of them
     * goes without.
     *
     * @param first waits here
     * @param free workers that could take rows of this line now, at least 1
     */
    Batch<I, O> take(Waiting<I, O> first, Bounds bounds, int free) {
        Filling filling = new Filling(bounds, work.beams(), share(bounds, free));
        List<Waiting<I, O>> batch = new ArrayList<>();
        filling.add(first.length());
        remove(first);
        batch.add(first);
        @Nullable Integer shorter = byLength.floorKey(first.length());
        @Nullable Integer longer = byLength.higherKey(first.length());
        @Nullable Integer next = nearest(first.length(), shorter, longer);
        while (next != null) {
            boolean more = drain(next, filling, batch, bounds.likeness());
            if (next <= first.length()) {
                shorter = more ? byLength.lowerKey(next) : null;
            } else {
                longer = more ? byLength.higherKey(next) : null;
            }
            next = nearest(first.length(), shorter, longer);
        }
        return new Batch<>(work, batch);
    }

    private long share(Bounds bounds, int free) {
        long byRows = ceil(size(), Math.max(1, bounds.batchRows() / work.beams()));
        long byTokens = ceil(cost / work.beams(), bounds.batchTokens());
        return ceil(cost, Math.max(free, Math.max(byRows, byTokens)));
    }

    private static @Nullable Integer nearest(
            int length, @Nullable Integer shorter, @Nullable Integer longer) {
        if (shorter == null || longer == null) {
            return shorter == null ? longer : shorter;
        }
        return length - shorter <= longer - length ? shorter : longer;
    }

    /** Moves rows of this length until there are no more, or one does not fit: then false. */
    private boolean drain(
            int length, Filling filling, List<Waiting<I, O>> batch, Likeness likeness) {
        TreeSet<Waiting<I, O>> alike =
                byLength.getOrDefault(length, new TreeSet<>(Waiting.IN_ORDER));
        Call<I, O> company = batch.get(0).call();
        Iterator<Waiting<I, O>> rows =
                alike.stream().filter(row -> likeness.alike(company, row.call())).iterator();
        List<Waiting<I, O>> moved = new ArrayList<>();
        boolean room = true;
        while (room && rows.hasNext()) {
            Waiting<I, O> row = rows.next();
            room = filling.accepts(length);
            if (room) {
                filling.add(length);
                moved.add(row);
            }
        }
        moved.forEach(this::remove);
        batch.addAll(moved);
        return room;
    }

    private static long ceil(long amount, long parts) {
        return (amount + parts - 1) / parts;
    }
}
