package org.dragoman.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other places for the addresses that begin in a certain way. Immutable.
 *
 * @param places by the beginning of an address: what is put in place of it, in order
 */
record Mirrors(Map<String, List<String>> places) {
    /** Where a file is looked for: the mirrors of each address, and then the address itself. */
    List<URI> of(List<URI> addresses) {
        List<URI> all = new ArrayList<>();
        for (URI address : addresses) {
            String text = address.toString();
            longest(text).stream()
                    .flatMap(
                            prefix ->
                                    places.getOrDefault(prefix, List.of()).stream()
                                            .map(place -> place + text.substring(prefix.length())))
                    .map(URI::create)
                    .forEach(all::add);
            all.add(address);
        }
        return all.stream().distinct().toList();
    }

    private Optional<String> longest(String address) {
        return places.keySet().stream()
                .filter(address::startsWith)
                .max(Comparator.comparingInt(String::length));
    }
}
