package org.dragoman.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.language.LanguageTag;
import org.dragoman.settings.Range;

/** Which way texts go where no model translates them directly, or another way is wanted. */
@ConfigMapping(prefix = "dragoman.translation")
public interface RoutesConfig {
    /** Languages a text may pass through on its way; empty: only direct translations. */
    @WithDefault("en")
    Optional<List<LanguageTag>> pivots();

    /** Models of a route at most. */
    @WithDefault("2")
    @WithConverter(Range.UpToFour.class)
    int hops();

    /**
     * Routes that are prescribed, by pair: {@code dragoman.translation.routes."pt-de"=pt-en,en-de},
     * or names of models in place of pairs. A tag with parts is set apart by a colon: {@code
     * "pt-BR:zh-Hant"}.
     */
    Map<String, List<String>> routes();
}
