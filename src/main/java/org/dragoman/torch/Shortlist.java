package org.dragoman.torch;

import java.nio.file.Path;
import org.dragoman.failure.DragomanException;

/**
 * The target ids worth considering for each source id: the most frequent ones, and a list of its
 * own. Format, little endian: u64 magic, checksum, first (how many frequent ids), best, offsets,
 * ids; u64 offsets; u32 ids. Source: marian-dev, {@code src/data/shortlist.h}. Immutable and
 * thread-safe.
 */
final class Shortlist {

    private static final long MAGIC = 0xF11A48D5013417F5L;

    /** Several times what the largest published models have; they bound the heap. */
    private static final long MOST_OFFSETS = 1 << 20;

    private static final long MOST_IDS = 12 << 20;

    private final int first;
    private final int[] offsets;
    private final int[] ids;

    private Shortlist(int first, int[] offsets, int[] ids) {
        this.first = first;
        this.offsets = offsets;
        this.ids = ids;
    }

    /**
     * Reads a list for a model of this many target ids.
     *
     * @throws DragomanException model-unavailable when the file is damaged or of another model
     */
    static Shortlist read(Path path, int vocabulary) {
        MappedFile file = MappedFile.open(path);
        if (file.u64("the magic number") != MAGIC) {
            throw file.damaged("it is not a shortlist");
        }
        file.u64("the checksum");
        long first = file.u64("a size");
        file.u64("a size");
        if (first < 0 || first > vocabulary) {
            throw file.damaged("its frequent ids are more than the vocabulary");
        }
        long offsetCount = file.u64("the number of offsets");
        long idCount = file.u64("the number of ids");
        if (offsetCount > MOST_OFFSETS || idCount > MOST_IDS) {
            throw file.damaged("it is larger than that of any model");
        }
        int[] offsets = offsets(file, file.fits(offsetCount, Long.BYTES, "offsets"), idCount);
        int[] ids = ids(file, file.fits(idCount, Integer.BYTES, "ids"), vocabulary);
        return new Shortlist((int) first, offsets, ids);
    }

    private static int[] offsets(MappedFile file, int count, long ids) {
        int[] offsets = new int[count];
        long last = 0;
        for (int i = 0; i < count; i++) {
            long offset = file.u64("an offset");
            if (offset < last || offset > ids) {
                throw file.damaged("its offsets do not ascend within the ids");
            }
            last = offset;
            offsets[i] = file.fits(offset, 1, "an offset");
        }
        return offsets;
    }

    private static int[] ids(MappedFile file, int count, int vocabulary) {
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = file.i32("an id");
            if (ids[i] < 0 || ids[i] >= vocabulary) {
                throw file.damaged("it names an id outside the vocabulary");
            }
        }
        return ids;
    }

    /** How many of the lowest ids are always considered. */
    int first() {
        return first;
    }

    /** Where the list of a source id begins in {@link #id}. */
    int from(int source) {
        return source + 1 < offsets.length ? offsets[source] : 0;
    }

    /** Where it ends. */
    int to(int source) {
        return source + 1 < offsets.length ? offsets[source + 1] : 0;
    }

    int id(int place) {
        return ids[place];
    }
}
