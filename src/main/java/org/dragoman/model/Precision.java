package org.dragoman.model;

/** How a model's weights are held; the wire form is the name in lower case. */
public enum Precision {
    INT8,
    BF16,
    FP32
}
