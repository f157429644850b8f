package org.dragoman.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the languages that can be had serve one that is wanted. Lookup by RFC 4647 with CLDR's
 * likely subtags, and never another language or another script: zh-TW is served by zh-Hant and not
 * by zh, sr-Latn not by sr, hr not by bs, nb not by nn.
 */
public final class Negotiation {
    private Negotiation() {}

    /** The first of {@link #serving}. */
    public static Optional<LanguageTag> best(
            LanguageTag wanted, Collection<LanguageTag> available) {
        return serving(wanted, available).stream().findFirst();
    }

    /**
     * Those of {@code available} that serve {@code wanted}, the best first: the tag itself, then
     * its {@link LanguageTag#fallbacks}, then the same language in the same script elsewhere (pt-BR
     * before pt-AO for pt, the likelier region first), and for no, Norwegian of either kind, nn at
     * last.
     */
    public static List<LanguageTag> serving(LanguageTag wanted, Collection<LanguageTag> available) {
        List<LanguageTag> fallbacks = wanted.fallbacks();
        return available.stream()
                .filter(offered -> serves(wanted, offered))
                .distinct()
                .sorted(
                        Comparator.comparingInt((LanguageTag offered) -> rank(fallbacks, offered))
                                .thenComparing(Negotiation::kept)
                                .thenComparing(offered -> !offered.likely())
                                .thenComparing(LanguageTag::value))
                .toList();
    }

    private static boolean serves(LanguageTag wanted, LanguageTag offered) {
        return wanted.sameLanguage(offered) || (kept(offered) && wanted.language().equals("no"));
    }

    /** Nynorsk is Norwegian too, but not what is meant by it first. */
    private static boolean kept(LanguageTag offered) {
        return offered.language().equals("nn");
    }

    private static int rank(List<LanguageTag> fallbacks, LanguageTag offered) {
        int rank = fallbacks.indexOf(offered);
        return rank < 0 ? fallbacks.size() : rank;
    }
}
