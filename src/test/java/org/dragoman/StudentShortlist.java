package org.dragoman;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the shortlist of a tiny student. Source: marian-dev, {@code src/data/shortlist.h}. */
final class StudentShortlist {
    private StudentShortlist() {}

    /** The first ids, and for each piece its partner and itself. */
    static byte[] bytes(StudentPieces source, StudentPieces target) {
        int ids = source.size();
        int size = 6 * Long.BYTES + (ids + 1) * Long.BYTES + 2 * ids * Integer.BYTES;
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(0xF11A48D5013417F5L).putLong(0).putLong(50).putLong(50);
        out.putLong(ids + 1L).putLong(2L * ids);
        for (int i = 0; i <= ids; i++) {
            out.putLong(2L * i);
        }
        for (String piece : source.texts()) {
            int same = target.id(piece.equals("<unk>") ? "?" : piece);
            int partner = target.id(StudentPieces.rotated(target.texts().get(same)));
            out.putInt(Math.min(partner, same)).putInt(Math.max(partner, same));
        }
        return out.array();
    }
}
