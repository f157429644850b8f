package org.dragoman.torch;

import static org.dragoman.torch.Refusals.refuses;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a pickle or the zip around it claims, it is refused for what it is, at little cost. */
class HostilePickleTest {
    private static final long MONSTER = 1L << 60;
    private static final byte[] FOUR_FLOATS = new byte[16];

    @TempDir Path folder;

    @Test
    void valuesThatHoldThemselvesOrGoDeepAreRefused() throws IOException {
        refusesPickle(new TinyPickle().op("}q\0").text("self").op("h\0s."), "self, which is no");
        TinyPickle deep = new TinyPickle().op(")");
        for (int i = 0; i < 400_000; i++) {
            deep.op(0x85);
        }
        refusesPickle(deep.op("."), "is no table");
        refusesPickle(new TinyPickle().op("}").op("(".repeat(600_000)), "too many steps");
        refusesPickle(new TinyPickle().op("}").op("(".repeat(5 << 20)), "larger than 4 MiB");
    }

    @Test
    void callsAndNamesThatNoCheckpointNeedsAreRefused() throws IOException {
        refusesPickle(new TinyPickle().op("cos\nsystem\n"), "names os.system");
        refusesPickle(
                new TinyPickle().text("builtins").text("ev\u0007al").op(0x93),
                "names builtins.ev?al");
        refusesPickle(new TinyPickle().op("c" + "a".repeat(4000)), "names aaaa");
        refusesPickle(new TinyPickle().op("ctorch\nSize\n)R"), "a call that no checkpoint makes");
        refusesPickle(new TinyPickle().op("ctorch\nLongStorage\n)R"), "a call that no checkpoint");
        refusesPickle(new TinyPickle().text("w").op(")R"), "a call that no checkpoint makes");
        refusesPickle(new TinyPickle().op("ctorch\nSize\n").text("x").op("R"), "no tuple");
        refusesPickle(new TinyPickle().op(")Q"), "no storage");
        refusesPickle(new TinyPickle().op(")}b"), "sets attributes of what is no table");
        refusesPickle(new TinyPickle().op("i"), "the opcode 0x69");
        refusesPickle(new TinyPickle().op("NN").op(0x93), "by what is no string");
    }

    @Test
    void lengthsThatPassTheEndAreRefused() throws IOException {
        refusesPickle(new TinyPickle().op("X").i32(-1), "cut short");
        refusesPickle(new TinyPickle().op(0x8d).i64(MONSTER), "cut short");
        refusesPickle(new TinyPickle().op(0x8d).i64(-1), "cut short");
        refusesPickle(new TinyPickle().op(0x8b).i32(Integer.MAX_VALUE), "a number of 2147483647");
        refusesPickle(new TinyPickle().op(0x8b).i32(-1), "a number of -1");
        refusesPickle(new TinyPickle().op(0x8a, 255), "a number of 255");
        refusesPickle(new TinyPickle().op(0x80), "cut short");
    }

    @Test
    void aStackThatDoesNotHoldWhatIsAskedForIsRefused() throws IOException {
        refusesPickle(new TinyPickle().op("."), "a value that is not there");
        refusesPickle(new TinyPickle().op("(q\0"), "a value that is not there");
        refusesPickle(new TinyPickle().op(0x87), "a value that is not there");
        refusesPickle(new TinyPickle().op("t"), "a mark that is not there");
        refusesPickle(new TinyPickle().op("h\7"), "never remembered");
        refusesPickle(new TinyPickle().op("}(Nu"), "what is no table");
        refusesPickle(new TinyPickle().op("NNNs"), "what is no table");
        refusesPickle(new TinyPickle().op("})Ns"), "a key that is no string");
    }

    @Test
    void tensorsThatLeaveTheirStorageAreRefused() throws IOException {
        long[] one = {1};
        refusesTensor(4, 0, new long[] {5}, one, "passes the end of its storage");
        refusesTensor(4, 1, new long[] {4}, one, "passes the end of its storage");
        refusesTensor(4, 0, new long[] {2, 2}, new long[] {3, 1}, "passes the end");
        refusesTensor(4, 0, new long[] {MONSTER}, one, "passes the end of its storage");
        refusesTensor(4, 0, new long[] {MONSTER, MONSTER}, new long[] {0, 0}, "passes the end");
        refusesTensor(4, 0, new long[] {2}, new long[] {MONSTER}, "passes the end");
        refusesTensor(4, MONSTER, one, one, "passes the end of its storage");
        refusesTensor(4, -1, one, one, "passes the end of its storage");
        refusesTensor(4, 0, new long[] {-4}, one, "passes the end of its storage");
        refusesTensor(4, 3, new long[] {4}, new long[] {-1}, "passes the end of its storage");
        refusesTensor(4, 0, new long[] {1L << 40}, new long[] {0}, "repeats its storage");
        refusesTensor(MONSTER, 0, one, one, "a storage of another size");
        refusesTensor(-1, 0, one, one, "a storage of another size");
        refusesTensor(4, 0, new long[20], new long[20], "a call that no checkpoint makes");
        refusesTensor(4, 0, new long[2], one, "a call that no checkpoint makes");
    }

    @Test
    void zipsThatAreCompressedOrAmbiguousAreRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("m/data.pkl"));
            zip.write(new byte[32 << 20]);
        }
        refusesFile(bomb.toByteArray(), "m/data.pkl is compressed");
        byte[] good = Files.readAllBytes(model(new byte[] {'}', '.'}));
        refusesFile(concat(good, good), "its zip directory is not where its end says");
        refusesFile(concat(good, new byte[] {7}), "does not end in a zip directory");
        byte[] commented = concat(good, good);
        commented[good.length - 2] = (byte) good.length;
        refusesFile(commented, "its zip directory is not where its end says");
        refusesFile(new byte[0], "no file of torch.save");
        refusesFile("PK\3\4".getBytes(StandardCharsets.US_ASCII), "too short");
    }

    @Test
    void membersThatAreElsewhereOrTwiceAreRefused() throws IOException {
        byte[] table = {'}', '.'};
        refusesZip(zip -> zip.add("m/../data.pkl", table), "not a plain path");
        refusesZip(zip -> zip.add("/m/data.pkl", table), "not a plain path");
        refusesZip(zip -> zip.add("m\\data.pkl", table), "not a plain path");
        refusesZip(zip -> zip.add("m/data.pkl", table).add("m/data.pkl", table), "two members");
        refusesZip(zip -> zip.add("m/data.pkl", table).add("n/data.pkl", table), "2 members");
        refusesZip(zip -> zip.add("m/other", table), "0 members data.pkl");
        refusesZip(zip -> zip.add("m/data.pkl", "m/data.pkx", table), "another name");
        refusesZip(zip -> zip.add("m/x", table).enter("m/data.pkl", 3, 2), "not where");
        refusesZip(zip -> zip.add("m/x", table).enter("m/data.pkl", MONSTER, 2), "passes the end");
        refusesZip(zip -> zip.add("m/x", table).enter("m/data.pkl", 0, -2), "passes the end");
        refusesZip(
                zip ->
                        zip.add("m/data.pkl", table)
                                .add("m/byteorder", "big".getBytes(StandardCharsets.US_ASCII)),
                "byte order");
    }

    @Test
    void storagesThatShareBytesOrAreMissingAreRefused() throws IOException {
        long[] four = {4};
        long[] one = {1};
        byte[] pickle = new TinyPickle().tensor("0", 4, 0, four, one).asTable();
        refusesZip(zip -> zip.add("m/data.pkl", pickle), "has no member m/data/0");
        byte[] two =
                new TinyPickle()
                        .op("}(")
                        .text("a")
                        .tensor("0", 64, 0, four, one)
                        .text("b")
                        .tensor("1", 4, 0, four, one)
                        .op("u.")
                        .bytes();
        refusesZip(
                zip -> {
                    zip.add("m/data/0", new byte[256]).seek(100).add("m/data/1", FOUR_FLOATS);
                    zip.seek(300).add("m/data.pkl", two);
                },
                "two members share bytes");
    }

    private void refusesTensor(long count, long offset, long[] shape, long[] strides, String reason)
            throws IOException {
        byte[] pickle = new TinyPickle().tensor(count, offset, shape, strides).asTable();
        Path file = model(pickle);
        refuses("model.bin", () -> PickledTensors.open(file), reason);
    }

    private void refusesPickle(TinyPickle pickle, String reason) throws IOException {
        Path file = model(pickle.bytes());
        refuses("model.bin", () -> PickledTensors.open(file), reason);
    }

    private void refusesFile(byte[] bytes, String reason) throws IOException {
        Path file = Files.write(folder.resolve("model.bin"), bytes);
        refuses("model.bin", () -> PickledTensors.open(file), reason);
    }

    private void refusesZip(Members members, String reason) throws IOException {
        Path file = folder.resolve("model.bin");
        try (TinyZip zip = new TinyZip(file)) {
            members.addTo(zip);
        }
        refuses("model.bin", () -> PickledTensors.open(file), reason);
    }

    /** What goes into a zip. */
    private interface Members {
        void addTo(TinyZip zip) throws IOException;
    }

    private Path model(byte[] pickle) throws IOException {
        Path file = folder.resolve("model.bin");
        try (TinyZip zip = new TinyZip(file)) {
            zip.add("m/data.pkl", pickle).add("m/data/0", FOUR_FLOATS);
        }
        return file;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
