package org.dragoman.summarization;

/** What a summary looks like; the wire form is the name in lower case. */
public enum Form {
    /** Sentences joined by a space; about 60 words when nothing is asked. */
    PARAGRAPH,
    /** Sentences on lines of their own, without markers; 4 when nothing is asked. */
    BULLETS,
    /** One sentence; 12 words when nothing is asked. */
    HEADLINE,
    /** Sentences joined by a space; 35 words when nothing is asked. */
    STANDFIRST
}
