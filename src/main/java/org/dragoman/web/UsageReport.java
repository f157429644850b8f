package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dragoman.access.ApiKey;
import org.dragoman.access.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What keys were used for.
 *
 * @param keys the oldest first, then those that were revoked
 */
public record UsageReport(List<OfKey> keys) {
    /**
     * Of all keys, also those that were revoked.
     *
     * @param left how many characters a key may send now; empty where that is not told
     */
    public static UsageReport ofAll(
            List<ApiKey> keys,
            SortedMap<String, SortedMap<LocalDate, Totals>> used,
            Function<ApiKey, OptionalLong> left) {
        SortedMap<String, SortedMap<LocalDate, Totals>> revoked = new TreeMap<>(used);
        keys.forEach(key -> revoked.remove(key.id()));
        return new UsageReport(
                Stream.concat(
                                ofSome(keys, used, left).keys().stream(),
                                revoked.entrySet().stream()
                                        .map(one -> OfKey.of(one.getKey(), one.getValue())))
                        .toList());
    }

    /** Of these keys alone. */
    static UsageReport ofSome(
            List<ApiKey> keys,
            SortedMap<String, SortedMap<LocalDate, Totals>> used,
            Function<ApiKey, OptionalLong> left) {
        return new UsageReport(
                keys.stream()
                        .map(
                                key ->
                                        OfKey.of(
                                                key,
                                                used.getOrDefault(key.id(), new TreeMap<>()),
                                                left.apply(key)))
                        .toList());
    }

    /**
     * What a key was used for.
     *
     * @param name absent when the key was revoked
     * @param charactersLeft what it may send now; absent where there is no quota
     * @param total of the days
     * @param days of UTC on which it was used and that are kept, the first one first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfKey(
            String id,
            @Nullable String name,
            @Nullable Long charactersLeft,
            Totals total,
            List<OfDay> days) {
        static OfKey of(ApiKey key, SortedMap<LocalDate, Totals> days, OptionalLong left) {
            return of(key.id(), key.name(), left.isPresent() ? left.getAsLong() : null, days);
        }

        static OfKey of(String id, SortedMap<LocalDate, Totals> days) {
            return of(id, null, null, days);
        }

        private static OfKey of(
                String id,
                @Nullable String name,
                @Nullable Long left,
                SortedMap<LocalDate, Totals> days) {
            return new OfKey(
                    id,
                    name,
                    left,
                    days.values().stream().reduce(Totals.NONE, Totals::plus),
                    days.entrySet().stream()
                            .map(day -> new OfDay(day.getKey(), day.getValue()))
                            .toList());
        }
    }

    /** What a key was used for on a day of UTC. */
    public record OfDay(LocalDate day, Totals use) {}
}
