package org.dragoman.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Which proxies stand in front of the service, and what they tell. */
@ConfigMapping(prefix = "dragoman.http")
public interface ProxySettings {
    /**
     * Addresses and networks of proxies that are believed: {@code 10.0.0.0/8,::1}; nobody while it
     * is absent.
     */
    Optional<List<String>> trustedProxies();

    /**
     * The one header these proxies write: {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239).
     * The other one is not read, since a proxy lets pass what it does not know.
     */
    @WithDefault("X-Forwarded-For")
    String proxyHeader();
}
