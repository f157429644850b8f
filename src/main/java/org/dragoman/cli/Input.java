package org.dragoman.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dragoman.failure.DragomanException;

/** The text a command is given: a file, or standard input for {@code -}; UTF-8. */
final class Input {
    private static final String MARK = "\uFEFF";

    private Input() {}

    /**
     * The whole text, without a byte order mark.
     *
     * @throws DragomanException invalid-field, in words for a terminal
     */
    static String read(String file) {
        if (file.matches("(?i)https?://.*")) {
            throw refused("addresses are not fetched yet: save the page's text to a file.");
        }
        try {
            String text = decode(bytes(file));
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw refused("there is no file " + file + ".");
        } catch (CharacterCodingException foreign) {
            throw refused(file + " is not text in UTF-8.");
        } catch (IOException unreadable) {
            throw refused(file + " cannot be read.");
        }
    }

    private static byte[] bytes(String file) throws IOException {
        if (file.equals("-")) {
            InputStream in = System.in;
            return in.readAllBytes();
        }
        return Files.readAllBytes(Path.of(file));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static DragomanException refused(String detail) {
        return DragomanException.invalidField("", detail);
    }
}
