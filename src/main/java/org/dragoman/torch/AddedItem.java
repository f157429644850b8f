package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An item of a vocabulary that is found in a text before its pieces are. Immutable.
 *
 * @param takesLeft whether it takes the white space before it
 * @param takesRight whether it takes the white space after it
 * @param special whether it is left out of a decoded text
 */
record AddedItem(String text, boolean takesLeft, boolean takesRight, boolean special) {
    static AddedItem special(String text) {
        return new AddedItem(text, false, false, true);
    }

    /** As a configuration describes it: an object, or just the text of a special. */
    static AddedItem of(JsonNode node, boolean special) {
        return node.isObject()
                ? new AddedItem(
                        node.path("content").asText(),
                        node.path("lstrip").asBoolean(false),
                        node.path("rstrip").asBoolean(false),
                        special)
                : new AddedItem(node.asText(), false, false, special);
    }
}
