package org.dragoman.model;

/**
 * Who hears how far installations are. Called from several threads; of one model one after the
 * other.
 */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (model, done, total) -> {};

    /**
     * So much is done.
     *
     * @param model name of the model, or names joined by a comma when one package holds several
     * @param done bytes fetched and unpacked, 0 to {@code total}, never falling
     * @param total bytes to fetch and unpack
     */
    void update(String model, long done, long total);
}
