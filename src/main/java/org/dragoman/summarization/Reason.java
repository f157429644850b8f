package org.dragoman.summarization;

/** Why a summary was made the way it was; the wire form is the name in kebab case. */
public enum Reason {
    /** The caller named the method. */
    REQUESTED,
    /** The text is built like news: what matters stands first. */
    NEWS_POSITION,
    /** A long text whose beginning does not stand for the whole. */
    LONG_TEXT_CENTRALITY,
    /** There is nothing to choose from. */
    TOO_SHORT,
    /** No installed model reads the language: words were compared instead of meanings. */
    ENCODER_LANGUAGE,
    /** No model that embeds sentences is installed: words were compared instead of meanings. */
    MODEL_MISSING,
    /** A model that writes summaries in the language is installed, and all it wrote passed. */
    MODEL_INSTALLED,
    /**
     * What a model wrote held no whole sentence, or too much that the article does not say; the
     * article's own sentences stand for it.
     */
    GUARD_REJECTED
}
