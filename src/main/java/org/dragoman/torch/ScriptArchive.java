package org.dragoman.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a script into the archive {@code torch::jit::load} reads: an uncompressed zip of the source
 * and a pickle of the module's attributes. Format: PyTorch, {@code
 * torch/csrc/jit/docs/serialization.md}.
 *
 * <p>A line {@code # include name.py} in a module's class stands for the methods in that resource,
 * which are written for a class named {@code Script}.
 */
final class ScriptArchive {

    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)\\(Module\\):$");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^  # include (\\w+)\\.py$");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^  (\\w+) : (.+)$");
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private ScriptArchive() {}

    /** The archive of the script {@code torch/<family>.py}, its attributes set. */
    static byte[] of(String family, Map<String, ?> attributes) {
        String plain = source(family);
        Matcher name = CLASS.matcher(plain);
        if (!name.find()) {
            throw new IllegalStateException("The script " + family + " declares no module");
        }
        String source = whole(plain, name.group(1));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                store(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
                store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
                store(zip, "data.pkl", pickle(name.group(1), source, attributes));
                store(zip, "constants.pkl", NO_CONSTANTS);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the methods a script shares with others into its class. */
    private static String whole(String source, String module) {
        return INCLUDE.matcher(source)
                .replaceAll(
                        include ->
                                Matcher.quoteReplacement(
                                        source(include.group(1))
                                                .replace("__torch__.Script", "__torch__." + module)
                                                .stripTrailing()));
    }

    private static String source(String family) {
        try (InputStream in = ScriptArchive.class.getResourceAsStream("/torch/" + family + ".py")) {
            if (in == null) {
                throw new IllegalStateException("There is no script " + family);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pickle(String module, String source, Map<String, ?> attributes)
            throws IOException {
        ScriptPickle pickle = new ScriptPickle(module);
        Matcher attribute = ATTRIBUTE.matcher(source);
        while (attribute.find()) {
            pickle.attribute(
                    attribute.group(1), attribute.group(2), attributes.get(attribute.group(1)));
        }
        return pickle.bytes();
    }

    /** PyTorch reads its archives in place, so nothing in them may be compressed. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("script/" + name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
