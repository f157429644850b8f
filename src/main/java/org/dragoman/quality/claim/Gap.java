package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Between two pairs of aligned words, or before the first or after the last: what the claim has
 * there and what the article has instead. Immutable.
 *
 * @param claim indexes of the claim's words there: from, to exclusive
 * @param line indexes of the line's words there
 */
record Gap(Range claim, Range line) {
    /** Indexes of words, end exclusive. */
    record Range(int from, int to) {
        int size() {
            return to - from;
        }

        boolean holds(Mention mention) {
            return mention.from() >= from && mention.to() <= to;
        }
    }

    /** The gaps of an alignment of a whole claim, in order; those empty on both sides too. */
    static List<Gap> of(Alignment alignment, Line claim) {
        List<Gap> gaps = new ArrayList<>();
        int lastClaim = -1;
        int lastLine = -1;
        for (Alignment.Pair pair : alignment.pairs()) {
            gaps.add(between(lastClaim, pair.claim(), lastLine, pair.line()));
            lastClaim = pair.claim();
            lastLine = pair.line();
        }
        gaps.add(between(lastClaim, claim.size(), lastLine, alignment.line().size()));
        return gaps;
    }

    private static Gap between(int claim, int nextClaim, int line, int nextLine) {
        return new Gap(new Range(claim + 1, nextClaim), new Range(line + 1, nextLine));
    }
}
