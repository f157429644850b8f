package org.dragoman.model;

/** How near a model is to being used, nearest first. */
public enum Reach {
    /** On disk. */
    INSTALLED,
    /** A default model that is fetched when it is first asked for. */
    DEFAULT,
    /** Known, to be installed by somebody. */
    CATALOGUE
}
