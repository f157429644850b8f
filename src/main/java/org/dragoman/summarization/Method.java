package org.dragoman.summarization;

/** How a summary is made; the wire form is the name in lower case. */
public enum Method {
    /** Whatever suits the text; only ever asked for, never the answer. */
    AUTO,
    /** The sentences that say most of the text. */
    EXTRACTIVE,
    /** New sentences by a model that writes. */
    ABSTRACTIVE,
    /** The first sentences. */
    LEAD
}
