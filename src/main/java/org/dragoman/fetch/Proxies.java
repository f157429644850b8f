package org.dragoman.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that a process is told to use: Java's own properties ({@code https.proxyHost}), else
 * {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} of the
 * environment, in either case. This machine itself is never asked for through a proxy. Immutable.
 */
public final class Proxies extends ProxySelector {
    private final Map<String, String> environment;

    private Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The proxies of an environment. */
    public static Proxies ofEnvironment(Map<String, String> environment) {
        return new Proxies(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (System.getProperty(uri.getScheme() + ".proxyHost") != null) {
            return ProxySelector.getDefault().select(uri);
        }
        return List.of(
                proxy(uri)
                        .map(proxy -> new Proxy(Proxy.Type.HTTP, address(proxy)))
                        .orElse(Proxy.NO_PROXY));
    }

    /**
     * The value of {@code Proxy-Authorization}, when the proxy is given with a name and password.
     */
    Optional<String> authorization(URI uri) {
        return proxy(uri)
                .map(URI::getRawUserInfo)
                .map(info -> URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8))
                .map(info -> info.getBytes(StandardCharsets.UTF_8))
                .map(info -> "Basic " + Base64.getEncoder().encodeToString(info));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // Who asked hears of the failure itself.
    }

    private Optional<URI> proxy(URI uri) {
        if (System.getProperty(uri.getScheme() + ".proxyHost") != null || direct(uri)) {
            return Optional.empty();
        }
        return variable(uri.getScheme() + "_proxy")
                .or(() -> variable("all_proxy"))
                .map(value -> URI.create(value.contains("://") ? value : "http://" + value))
                .filter(proxy -> "http".equals(proxy.getScheme()) && proxy.getHost() != null);
    }

    private boolean direct(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || variable("no_proxy").stream()
                        .flatMap(list -> List.of(list.split(",")).stream())
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(each -> covers(each, host, uri.getPort()));
    }

    /** {@code *}, a host, a domain with or without its first dot, each also with a port. */
    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        String name = entry.replaceFirst("^\\*?\\.", "");
        String bare = name.endsWith(":" + port) ? name.replaceFirst(":[0-9]+$", "") : name;
        return !bare.isEmpty() && (host.equals(bare) || host.endsWith("." + bare));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private static InetSocketAddress address(URI proxy) {
        return InetSocketAddress.createUnresolved(
                proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort());
    }
}
