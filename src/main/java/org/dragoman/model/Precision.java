package org.dragoman.model;

/** How a model's weights are held; the wire form is the name in lower case. */
public enum Precision {
    INT8(1),
    BF16(2),
    FP32(4);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one weight. */
    public long bytes() {
        return bytes;
    }
}
