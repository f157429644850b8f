package org.dragoman.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may change what is installed. */
@ConfigMapping(prefix = "dragoman.http")
public interface AdminConfig {
    /**
     * A key for installing and removing models over HTTP and for making other keys, as {@code
     * Authorization: Bearer KEY}; beside it, keys that were made with the scope admin.
     */
    Optional<String> adminKey();
}
