/** Spans of calls, for those who operate the service. */
@NullMarked
package org.dragoman.telemetry;

import org.jspecify.annotations.NullMarked;
