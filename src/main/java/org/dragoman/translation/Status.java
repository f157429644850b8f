package org.dragoman.translation;

/** What became of a version; the wire form is the name in kebab case. */
public enum Status {
    /** Done. */
    TRANSLATED,
    /** Source and target are one language in one script: the text is copied. */
    SAME_LANGUAGE,
    /** What the models gave was refused, and the source stands in place of every sentence. */
    SOURCE,
    /** What the models gave was refused. */
    LOW_QUALITY,
    /** No installed model does this pair. */
    NO_MODEL,
    /** There is nothing but white space, which comes back as it is. */
    EMPTY,
    /** The language of the text could not be told. */
    LANGUAGE_UNDETECTED
}
