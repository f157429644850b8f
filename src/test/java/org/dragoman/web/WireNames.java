package org.dragoman.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Names of enums in the OpenAPI document as they are on the wire: LONG_TEXT as long-text. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class WireNames implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> names = schema.getEnumeration();
        if (names != null) {
            schema.setEnumeration(names.stream().map(WireNames::wire).toList());
        }
        return schema;
    }

    private static Object wire(Object name) {
        return name instanceof String text ? text.toLowerCase(Locale.ROOT).replace('_', '-') : name;
    }
}
