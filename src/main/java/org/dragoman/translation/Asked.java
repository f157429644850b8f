package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Events;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for, and who hears of it.
 *
 * @param textIndex which of its texts; null for the parts of a digest
 */
record Asked(
        Wanted wanted, Routes routes, Events events, Tally tally, @Nullable Integer textIndex) {
    static Asked of(Wanted wanted, Routes routes, Events events) {
        return new Asked(wanted, routes, events, new Tally(events), null);
    }

    /** The same of one of several texts. */
    Asked text(int index) {
        return new Asked(wanted, routes, events, tally, index);
    }

    List<LanguageTag> targets() {
        return wanted.targets();
    }

    Telling telling(LanguageTag target) {
        return new Telling(events, tally, target, textIndex, wanted.policy());
    }
}
