package org.dragoman.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may change what is installed. */
@ConfigMapping(prefix = "dragoman.http")
public interface AdminConfig {
    /**
     * The key that installing and removing models over HTTP takes, as {@code Authorization: Bearer
     * KEY}; nobody may while it is absent.
     */
    Optional<String> adminKey();
}
