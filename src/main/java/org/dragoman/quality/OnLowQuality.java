package org.dragoman.quality;

/** What becomes of a version with a severe finding; the wire form is the name in lower case. */
public enum OnLowQuality {
    /** It is told. */
    FLAG,
    /** The source stands in place of each sentence that has one. */
    SOURCE,
    /** There is no version. */
    FAIL
}
