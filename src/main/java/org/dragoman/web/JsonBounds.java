package org.dragoman.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Bounds what the parser takes in, so that a document is refused before it is an object. */
@Singleton
final class JsonBounds implements ObjectMapperCustomizer {
    private final HttpLimits.JsonLimits limits;

    JsonBounds(HttpLimits limits) {
        this.limits = limits.json();
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(limits.depth())
                                .maxStringLength(limits.text())
                                .maxNameLength(limits.name())
                                .maxNumberLength(limits.number())
                                .maxTokenCount(limits.tokens())
                                .build());
    }
}
