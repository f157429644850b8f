package org.dragoman.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dragoman.access.ClientAddress;

/** What proxies tell of the addresses before them, and whose call it therefore is. Immutable. */
@ApplicationScoped
final class Forwarded {
    private static final Pattern FOR =
            Pattern.compile("(?i)(?:^|[,;\\s])for=(?:\"([^\"]{0,100})\"|([^\",;\\s]{1,100}))");

    private final String header;
    private final ClientAddress clients;

    Forwarded(ProxySettings settings) {
        this.header = settings.proxyHeader();
        this.clients = new ClientAddress(settings.trustedProxies().orElse(List.of()));
    }

    /** The client's address; empty when the connection has none. */
    String client(HttpServerRequest request) {
        String peer = request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        return clients.of(peer == null ? "" : peer, told(request.headers().getAll(header)));
    }

    private List<String> told(List<String> values) {
        String all = String.join(",", values);
        if (!"Forwarded".equalsIgnoreCase(header)) {
            return Arrays.asList(all.split(",", -1));
        }
        return FOR.matcher(all).results().map(Forwarded::node).toList();
    }

    private static String node(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
