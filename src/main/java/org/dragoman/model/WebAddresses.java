package org.dragoman.model;

import java.io.IOException;
import org.dragoman.fetch.FetchException;
import org.dragoman.fetch.Remote;

/** Tells where on the web the files of a model lie, and what is known of them there. */
@FunctionalInterface
interface WebAddresses {
    Remote remote(ModelFile file);

    /**
     * What to say of a file that could not be had.
     *
     * @throws org.dragoman.failure.DragomanException when there is more to say
     */
    default IOException told(FetchException failed, ModelFile file) {
        return failed;
    }
}
