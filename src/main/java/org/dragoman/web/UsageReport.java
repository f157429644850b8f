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
import org.dragoman.access.Caller;
import org.dragoman.access.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What keys and tokens were used for.
 *
 * @param keys the oldest first, then those that were revoked and the subjects of tokens
 */
public record UsageReport(List<OfKey> keys) {
    /**
     * Of all, also those that were revoked.
     *
     * @param left how many characters a caller may send now; empty where that is not told
     */
    public static UsageReport ofAll(
            List<ApiKey> keys,
            SortedMap<String, SortedMap<LocalDate, Totals>> used,
            Function<Caller, OptionalLong> left) {
        SortedMap<String, SortedMap<LocalDate, Totals>> others = new TreeMap<>(used);
        keys.forEach(key -> others.remove(key.id()));
        return new UsageReport(
                Stream.concat(
                                keys.stream().map(key -> OfKey.of(key, used, left)),
                                others.entrySet().stream()
                                        .map(one -> OfKey.of(one.getKey(), one.getValue())))
                        .toList());
    }

    /** Of one caller alone. */
    static UsageReport ofOne(
            Caller caller,
            List<ApiKey> keys,
            SortedMap<String, SortedMap<LocalDate, Totals>> used,
            Function<Caller, OptionalLong> left) {
        OfKey own =
                keys.stream()
                        .filter(key -> key.id().equals(caller.id()))
                        .findFirst()
                        .map(key -> OfKey.of(key, used, left))
                        .orElseGet(() -> OfKey.of(caller, null, used, left));
        return new UsageReport(List.of(own));
    }

    /**
     * What a key or a subject's tokens were used for.
     *
     * @param id of a subject {@code sub:} and the subject
     * @param name absent of a key that was revoked, and of a subject
     * @param charactersLeft what may be sent with it now; absent where there is no quota
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
        static OfKey of(
                ApiKey key,
                SortedMap<String, SortedMap<LocalDate, Totals>> used,
                Function<Caller, OptionalLong> left) {
            return of(key.caller(), key.name(), used, left);
        }

        static OfKey of(
                Caller caller,
                @Nullable String name,
                SortedMap<String, SortedMap<LocalDate, Totals>> used,
                Function<Caller, OptionalLong> left) {
            OptionalLong may = left.apply(caller);
            return of(
                    caller.id(),
                    name,
                    may.isPresent() ? may.getAsLong() : null,
                    used.getOrDefault(caller.id(), new TreeMap<>()));
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

    /** What was used on a day of UTC. */
    public record OfDay(LocalDate day, Totals use) {}
}
