package org.dragoman.model;

import java.util.Locale;

/** How near a model is to being used. */
public enum ModelState {
    /** Known, not on disk. */
    AVAILABLE,
    /** Being fetched or unpacked by this process. */
    INSTALLING,
    /** On disk. */
    READY,
    /** In memory. */
    LOADED,
    /** Could not be installed, or a file is damaged. */
    FAILED;

    /** The name on the wire: {@code available}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
