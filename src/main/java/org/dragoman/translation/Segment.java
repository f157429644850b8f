package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the source and what stands for it in the version. Segments of a text are in order
 * and apart. What lies between them is the same in both texts, save on one line between a language
 * that parts sentences by spaces and one that does not (Chinese, Japanese).
 *
 * @param part absent where there is one text only
 * @param source where it stands in the source text of the part
 * @param target where it stands in the version's text of the part
 * @param kept whether the target is the source's text because the model gave none
 */
@JsonPropertyOrder({"part", "source", "target", "quality", "kept", "findings"})
public record Segment(
        @JsonInclude(JsonInclude.Include.NON_NULL) Part.@Nullable Kind part,
        Span source,
        Span target,
        boolean kept) {

    /** Null until it is calibrated. */
    @JsonProperty
    public @Nullable Double quality() {
        return null;
    }

    /** Empty: nothing looks at translations yet. */
    @JsonProperty
    public List<Finding> findings() {
        return List.of();
    }
}
