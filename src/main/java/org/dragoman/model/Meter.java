package org.dragoman.model;

import java.util.List;

/** Adds up how far the parts of an installation are. Never falls. Thread-safe. */
final class Meter {
    private final String names;
    private final Progress progress;
    private long total;
    private long done;

    Meter(List<String> names, Progress progress) {
        this.names = String.join(", ", names);
        this.progress = progress;
    }

    /** A part of the work; all that is known of should be told before the first is begun. */
    synchronized Part part(long bytes) {
        total += bytes;
        return new Part(bytes);
    }

    private synchronized void add(Part part, long position) {
        long reached = Math.min(part.bytes, position);
        if (reached > part.reached) {
            done += reached - part.reached;
            part.reached = reached;
            progress.update(names, done, total);
        }
    }

    /** So many bytes of the work. */
    final class Part {
        private final long bytes;
        private long reached;

        private Part(long bytes) {
            this.bytes = bytes;
        }

        /** It is this far; less than before is not told. */
        void at(long position) {
            add(this, position);
        }

        /** It is done. */
        void end() {
            add(this, bytes);
        }
    }
}
