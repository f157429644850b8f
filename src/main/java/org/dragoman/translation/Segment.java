package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the source and what stands for it in the version. Segments of a text are in order
 * and apart. What lies between them is the same in both texts, save on one line between a language
 * that parts sentences by spaces and one that does not (Chinese, Japanese).
 *
 * @param part absent where there is one text only
 * @param source where it stands in the source text of the part
 * @param target where it stands in the version's text of the part
 * @param quality the chrF that is to be expected, 0 to 1; 0 when the source stands here, null when
 *     no model was asked or none tells how sure it was
 * @param kept whether the target is the source's text, because the model gave none or what it gave
 *     was refused
 * @param findings what is wrong with it, with spans in the same two texts
 */
@JsonPropertyOrder({"part", "source", "target", "quality", "kept", "findings"})
public record Segment(
        @JsonInclude(JsonInclude.Include.NON_NULL) Part.@Nullable Kind part,
        Span source,
        Span target,
        @Schema(nullable = true) @Nullable Double quality,
        boolean kept,
        List<Finding> findings) {
    public Segment {
        findings = List.copyOf(findings);
    }

    static Segment of(Part.@Nullable Kind part, Span source, Span target, Checked checked) {
        return new Segment(
                part,
                source,
                target,
                checked.quality(),
                checked.rendering().kept(),
                checked.findings().stream()
                        .map(found -> found.shift(source.start(), target.start()))
                        .toList());
    }
}
