package org.dragoman.fetch;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How files are fetched. Immutable.
 *
 * @param mirrors beginnings of addresses, and what is put in their place, in order, before the
 *     address itself is tried
 * @param tokens by the address of a server; sent to that scheme, host and port and nowhere else
 * @param proxies which server is asked to pass a request on
 * @param downloads files that are fetched at the same time, at least 1
 * @param patience how long a server is waited for
 */
public record FetchSettings(
        Map<String, List<String>> mirrors,
        Map<URI, String> tokens,
        ProxySelector proxies,
        int downloads,
        Patience patience) {
    public FetchSettings {
        mirrors = Map.copyOf(mirrors);
        tokens = Map.copyOf(tokens);
        Objects.requireNonNull(proxies);
        Objects.requireNonNull(patience);
        if (downloads < 1) {
            throw new IllegalArgumentException("At least one file is fetched at a time");
        }
    }

    /** No mirrors, no tokens, and the proxies of the environment. */
    public static FetchSettings plain() {
        return new FetchSettings(
                Map.of(), Map.of(), Proxies.ofEnvironment(System.getenv()), 4, Patience.USUAL);
    }

    /** Never the tokens. */
    @Override
    public String toString() {
        return "FetchSettings[downloads=" + downloads + ", mirrors=" + mirrors.size() + "]";
    }

    /**
     * How long a server is waited for.
     *
     * @param connect until a connection stands
     * @param stall for at least {@link #LEAST} bytes of an answer; a slower server is given up
     * @param busy altogether, for a server that asks to be tried again later
     * @param pause before a first further try; doubled before each that follows
     */
    public record Patience(Duration connect, Duration stall, Duration busy, Duration pause) {
        /** What a connection has to bring in the time {@code stall}. */
        static final int LEAST = 1024;

        /** For the web. */
        public static final Patience USUAL =
                new Patience(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMillis(500));

        public Patience {
            Objects.requireNonNull(connect);
            Objects.requireNonNull(stall);
            Objects.requireNonNull(busy);
            Objects.requireNonNull(pause);
        }
    }
}
