package org.dragoman.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What tokens allow; who issues them, {@code quarkus.oidc} says. */
@ConfigMapping(prefix = "dragoman.access.tokens")
public interface TokenSettings {
    /**
     * The scope or role that allows to use the service. In which claims they are, {@code
     * quarkus.oidc.roles.role-claim-path} says: {@code scope} and {@code scp} unless it is set.
     */
    @WithDefault("dragoman:use")
    String useScope();

    /** The scope or role that allows to administer it too. */
    @WithDefault("dragoman:admin")
    String adminScope();

    /** How long a call waits for the issuer, where it has to be asked for its keys. */
    @WithDefault("5s")
    Duration timeout();
}
