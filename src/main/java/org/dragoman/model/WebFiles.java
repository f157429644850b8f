package org.dragoman.model;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.fetch.Remote;
import org.jspecify.annotations.Nullable;

/**
 * Files below one address. Immutable.
 *
 * @param base ends in a slash
 */
record WebFiles(URI base) implements WebAddresses {
    /** Of a file whose size nobody states. */
    static final long MOST = 16L << 30;

    @Override
    public Remote remote(ModelFile file) {
        List<URI> addresses = List.of(URI.create(base + encoded(file.member())));
        @Nullable Checksum known = file.fetched();
        return known == null
                ? Remote.unknown(file.member(), addresses, MOST)
                : Remote.known(file.member(), addresses, known.sha256(), known.bytes());
    }

    /** A path as part of an address. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
