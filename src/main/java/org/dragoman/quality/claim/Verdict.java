package org.dragoman.quality.claim;

/** What a claim is called; the wire form is the name in lower case. */
public enum Verdict {
    /** Nearly all of it stands in the article, and no rule objects. */
    SUPPORTED,
    /** No rule proves it wrong, and the article does not plainly say it. */
    UNCLEAR,
    /** A rule found what the article says otherwise or nowhere: there is a severe finding. */
    UNSUPPORTED
}
