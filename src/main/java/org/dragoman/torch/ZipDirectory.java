package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.failure.DragomanException;

/**
 * The directory of a zip file whose members are stored, not compressed, so that they can be mapped.
 * The directory must end where its end record begins, so a file has one reading only; zip64 is
 * understood. Format: PKWARE's APPNOTE.TXT, 4.3. Immutable once read.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int WIDE_END = 0x06064b50;
    private static final int WIDE_END_LENGTH = 56;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;

    /** Far more than any checkpoint has; bounds the heap. */
    private static final int MOST_MEMBERS = 1 << 16;

    private static final int LARGEST = 8 << 20;

    private final TensorFile file;
    private final Map<String, ZipEntryRecord> members = new HashMap<>();

    private ZipDirectory(TensorFile file) {
        this.file = file;
    }

    /**
     * Where a member's bytes lie.
     *
     * @param offset of the first in the file
     */
    record Region(long offset, long size) {}

    /** Where the directory is and what it is to hold. */
    private record Place(long offset, long size, long count, long end) {}

    /**
     * Reads the directory of a file.
     *
     * @throws DragomanException model-unavailable when it is damaged or a member is compressed
     */
    static ZipDirectory read(TensorFile file) {
        ZipDirectory directory = new ZipDirectory(file);
        directory.fill(directory.place());
        return directory;
    }

    Set<String> names() {
        return members.keySet();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * Where a member lies, as its own header says too.
     *
     * @throws DragomanException model-unavailable when there is none, or the two differ
     */
    Region region(String name) {
        ZipEntryRecord member = members.get(name);
        if (member == null) {
            throw file.damaged("has no member " + FileFault.plain(name));
        }
        ByteBuffer local = file.read(member.offset(), LOCAL_LENGTH, "a member");
        int nameLength = Short.toUnsignedInt(local.getShort(26));
        long data =
                member.offset()
                        + LOCAL_LENGTH
                        + nameLength
                        + Short.toUnsignedInt(local.getShort(28));
        if (local.getInt(0) != LOCAL || local.getShort(8) != 0) {
            throw file.damaged(FileFault.plain(name) + " is not where the directory says");
        }
        ByteBuffer own = file.read(member.offset() + LOCAL_LENGTH, nameLength, "a member");
        if (!own.equals(StandardCharsets.UTF_8.encode(name))) {
            throw file.damaged(FileFault.plain(name) + " has another name in its own header");
        }
        if (member.size() > file.size() - data) {
            throw file.damaged(FileFault.plain(name) + " passes the end of the file");
        }
        return new Region(data, member.size());
    }

    /**
     * Refuses members that share bytes.
     *
     * @throws DragomanException model-unavailable when two of them do
     */
    void refuseOverlap(List<Region> regions) {
        List<Region> sorted =
                regions.stream()
                        .sorted((one, other) -> Long.compare(one.offset(), other.offset()))
                        .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).offset() + sorted.get(i - 1).size() > sorted.get(i).offset()) {
                throw file.damaged("two members share bytes");
            }
        }
    }

    private Place place() {
        long at = file.size() - END_LENGTH;
        Place place = narrowPlace(at);
        long locatorAt = at - LOCATOR_LENGTH;
        if (file.read(locatorAt, LOCATOR_LENGTH, "the directory").getInt(0) == LOCATOR) {
            place = widePlace(locatorAt, place);
        }
        boolean sane = place.size() >= 0 && place.size() <= LARGEST;
        if (!sane || place.offset() != place.end() - place.size()) {
            throw misplaced();
        }
        return place;
    }

    private Place narrowPlace(long at) {
        if (at < LOCATOR_LENGTH) {
            throw file.damaged("is too short for a zip file");
        }
        ByteBuffer end = file.read(at, END_LENGTH, "the directory");
        if (end.getInt(0) != END || end.getInt(4) != 0 || end.getShort(20) != 0) {
            throw file.damaged("does not end in a zip directory: it is cut short or no checkpoint");
        }
        return new Place(
                Integer.toUnsignedLong(end.getInt(16)),
                Integer.toUnsignedLong(end.getInt(12)),
                Short.toUnsignedInt(end.getShort(10)),
                at);
    }

    /** Where the directory is by the record of 64 bits, which must not contradict the other. */
    private Place widePlace(long locatorAt, Place narrow) {
        long at = locatorAt - WIDE_END_LENGTH;
        if (file.read(locatorAt, LOCATOR_LENGTH, "the directory").getLong(8) != at) {
            throw misplaced();
        }
        ByteBuffer end = file.read(at, WIDE_END_LENGTH, "the directory");
        if (end.getInt(0) != WIDE_END || end.getLong(4) != WIDE_END_LENGTH - 12) {
            throw misplaced();
        }
        Place place = new Place(end.getLong(48), end.getLong(40), end.getLong(32), at);
        if (!agrees(narrow.offset(), place.offset()) || !agrees(narrow.size(), place.size())) {
            throw misplaced();
        }
        return place;
    }

    /** A number of 32 bits is all ones where it stands for a larger one. */
    private static boolean agrees(long narrow, long wide) {
        return narrow == wide || narrow == 0xffffffffL;
    }

    private DragomanException misplaced() {
        return file.damaged("its zip directory is not where its end says");
    }

    private void fill(Place place) {
        if (place.count() < 0 || place.count() > MOST_MEMBERS) {
            throw file.damaged("has more than " + MOST_MEMBERS + " members");
        }
        ByteBuffer records = file.map(place.offset(), place.size(), "the directory");
        for (long i = 0; i < place.count(); i++) {
            ZipEntryRecord member = ZipEntryRecord.read(file, records);
            if (members.put(member.name(), member) != null) {
                throw file.damaged("has two members " + FileFault.plain(member.name()));
            }
        }
        if (records.hasRemaining()) {
            throw file.damaged("its zip directory holds more than it says");
        }
    }
}
