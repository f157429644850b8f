package org.dragoman.model;

import org.dragoman.fetch.Remote;

/** Tells where on the web the files of a model lie, and what is known of them there. */
@FunctionalInterface
interface WebAddresses {
    Remote remote(ModelFile file);
}
