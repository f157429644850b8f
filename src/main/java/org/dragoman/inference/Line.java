package org.dragoman.inference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows that wait for one model, by age and by length. Not thread-safe: the {@link Backlog}'s
 * lock guards it. Taking and removing a row cost O(log lengths).
 */
final class Line<I, O> {
    private final Work<I, O> work;
    private final Set<Waiting<I, O>> byAge = new LinkedHashSet<>();
    private final TreeMap<Integer, Set<Waiting<I, O>>> byLength = new TreeMap<>();
    private long cost;

    Line(Work<I, O> work) {
        this.work = work;
    }

    void add(Waiting<I, O> row) {
        byAge.add(row);
        byLength.computeIfAbsent(row.length(), length -> new LinkedHashSet<>()).add(row);
        cost += row.cost();
    }

    /** Whether the row waited here. */
    boolean remove(Waiting<?, ?> row) {
        if (!byAge.remove(row)) {
            return false;
        }
        byLength.computeIfPresent(
                row.length(),
                (length, alike) -> alike.remove(row) && alike.isEmpty() ? null : alike);
        cost -= row.cost();
        return true;
    }

    boolean isEmpty() {
        return byAge.isEmpty();
    }

    int size() {
        return byAge.size();
    }

    /** The row that came first; there must be one. */
    Waiting<I, O> oldest() {
        return byAge.iterator().next();
    }

    List<Waiting<I, O>> rows() {
        return List.copyOf(byAge);
    }

    /**
     * Takes the rows of the next batch out: the oldest, then those nearest to it in length, older
     * ones first, as far as the bounds allow. What waits is cut into batches of even size, at least
     * as many as there are workers free for it, so that none of them goes without.
     *
     * @param free workers that could take rows of this line now, at least 1
     */
    Batch<I, O> take(Bounds bounds, int free) {
        Filling filling = new Filling(bounds, work.beams(), share(bounds, free));
        List<Waiting<I, O>> batch = new ArrayList<>();
        Waiting<I, O> oldest = oldest();
        filling.add(oldest.length());
        move(oldest, batch);
        @Nullable Integer shorter = byLength.floorKey(oldest.length());
        @Nullable Integer longer = byLength.higherKey(oldest.length());
        @Nullable Integer next = nearest(oldest.length(), shorter, longer);
        while (next != null) {
            boolean more = drain(next, filling, batch);
            if (next <= oldest.length()) {
                shorter = more ? byLength.lowerKey(next) : null;
            } else {
                longer = more ? byLength.higherKey(next) : null;
            }
            next = nearest(oldest.length(), shorter, longer);
        }
        return new Batch<>(work, batch);
    }

    private long share(Bounds bounds, int free) {
        long byRows = ceil(size(), Math.max(1, bounds.batchRows() / work.beams()));
        long byTokens = ceil(cost, bounds.batchTokens());
        return ceil(cost, Math.max(free, Math.max(byRows, byTokens)));
    }

    private static @Nullable Integer nearest(
            int length, @Nullable Integer shorter, @Nullable Integer longer) {
        if (shorter == null || longer == null) {
            return shorter == null ? longer : shorter;
        }
        return length - shorter <= longer - length ? shorter : longer;
    }

    /** Moves rows of this length until they are all taken, or one does not fit: then false. */
    private boolean drain(int length, Filling filling, List<Waiting<I, O>> batch) {
        Set<Waiting<I, O>> alike = byLength.get(length);
        while (alike != null && !alike.isEmpty()) {
            if (!filling.accepts(length)) {
                return false;
            }
            filling.add(length);
            move(alike.iterator().next(), batch);
        }
        return true;
    }

    private static long ceil(long amount, long parts) {
        return (amount + parts - 1) / parts;
    }

    private void move(Waiting<I, O> row, List<Waiting<I, O>> batch) {
        remove(row);
        batch.add(row);
    }
}
