package org.dragoman.model;

import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** Sentences to vectors. Immutable after load and thread-safe. */
public interface Embedder extends AutoCloseable {
    /** [rows × dimensions], each of length 1; rows longer than {@link #longest} are refused. */
    float[][] embed(List<Tokens> rows);

    /** Tokens of a row at most, specials included. */
    int longest();

    /** The languages it was trained to read. */
    Set<LanguageTag> languages();

    @Override
    void close();
}
