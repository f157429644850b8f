package org.dragoman.generation;

import java.util.List;

/** A prompt's search, its rules, and where its branches are in the decoder. For one thread. */
final class Row {
    private final int index;
    private final RowSearch search;
    private final List<Rule> rules;

    /** The decoder's row of the first branch; each prompt begins as one row. */
    private int from;

    Row(int index, RowSearch search, List<Rule> rules) {
        this.index = index;
        this.search = search;
        this.rules = List.copyOf(rules);
        this.from = index;
    }

    /** Which prompt it is. */
    int index() {
        return index;
    }

    RowSearch search() {
        return search;
    }

    int from() {
        return from;
    }

    /** Its branches are at these rows of the decoder from now on. */
    void moveTo(int first) {
        from = first;
    }

    /** Rules, as many as any row of its batch has, of one kind at each place. */
    int rules() {
        return rules.size();
    }

    /** Adds what the rule at this place says about each branch. */
    void apply(int place, EditList edits) {
        Rule rule = rules.get(place);
        int row = from;
        for (Branch branch : search.running()) {
            edits.row(row++);
            if (rule.binds(branch.target().length())) {
                rule.apply(branch.target(), edits);
            }
        }
    }

    /** Steps from here in which no rule says anything, up to {@code most}. */
    int free(int most) {
        int length = search.running().get(0).target().length();
        int steps = 0;
        while (steps < most && isFree(length + steps)) {
            steps++;
        }
        return steps;
    }

    private boolean isFree(int length) {
        return rules.stream().noneMatch(rule -> rule.binds(length));
    }
}
