package org.dragoman.language;

import java.util.Map;

/** What tells languages apart that the detection library does not know or cannot tell. */
interface Evidence {
    /**
     * Adds languages to {@code masses}, or shares the masses of some anew.
     *
     * @param masses what each language is worth, the likeliest about its weight; not empty
     */
    void weigh(String sample, Map<LanguageTag, Double> masses);
}
