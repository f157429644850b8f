package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Events;
import org.jspecify.annotations.Nullable;

/** What a call asks for, and who hears of it. For one thread. */
final class Asked {
    private final Wanted wanted;
    private final Routes routes;
    private final Events events;
    private final Tally tally;

    Asked(Wanted wanted, Routes routes, Events events) {
        this.wanted = wanted;
        this.routes = routes;
        this.events = events;
        this.tally = new Tally(events);
    }

    /**
     * The same for one of its texts.
     *
     * @param textIndex null for the parts of a digest
     */
    Way way(@Nullable Integer textIndex) {
        return new Way(this, textIndex);
    }

    /** What is asked for a text. */
    record Way(Asked asked, @Nullable Integer textIndex) {
        List<LanguageTag> targets() {
            return asked.wanted.targets();
        }

        Routes routes() {
            return asked.routes;
        }

        Telling telling(LanguageTag target) {
            return new Telling(asked.events, asked.tally, target, textIndex, asked.wanted.policy());
        }
    }
}
