package org.dragoman.torch;

/** Cuts a normalised text into pieces. Immutable and thread-safe. */
interface Segmenter {
    Segmentation segment(NormalizedText text);
}
