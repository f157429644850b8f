package org.dragoman.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Two answers to one request are equal, but that figures of quality may differ a little: attention
 * adds up in another order in another batch, and rounding to eight bits makes more of that in the
 * scores than in the ids.
 */
final class Figures {
    private static final double CLOSE = 0.03;

    private Figures() {}

    static void assertAlike(List<JsonNode> answer, List<JsonNode> expected) {
        assertThat(answer).hasSameSizeAs(expected);
        for (int i = 0; i < answer.size(); i++) {
            List<Double> figures = new ArrayList<>();
            List<Double> others = new ArrayList<>();
            assertThat(without(answer.get(i).deepCopy(), figures))
                    .isEqualTo(without(expected.get(i).deepCopy(), others));
            assertThat(figures).hasSameSizeAs(others);
            for (int j = 0; j < figures.size(); j++) {
                assertThat(figures.get(j)).isCloseTo(others.get(j), within(CLOSE));
            }
        }
    }

    private static JsonNode without(JsonNode node, List<Double> figures) {
        if (node instanceof ObjectNode object && object.path("quality").isNumber()) {
            figures.add(object.remove("quality").asDouble());
        }
        if (node instanceof ObjectNode object && object.path("quality").isObject()) {
            JsonNode quality = object.remove("quality");
            figures.add(quality.get("mean").asDouble());
            figures.add(quality.get("worst").asDouble());
        }
        node.forEach(child -> without(child, figures));
        return node;
    }
}
