package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a call went, in milliseconds; a stage the call does not have is absent.
 *
 * @param queueMillis from admission to the start of the work
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Timing(
        long queueMillis,
        @Nullable Long readMillis,
        @Nullable Long summaryMillis,
        @Nullable Long translationMillis,
        long totalMillis) {}
