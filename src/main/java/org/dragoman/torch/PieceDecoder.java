package org.dragoman.torch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Pieces of a SentencePiece vocabulary to text. Immutable and thread-safe. */
final class PieceDecoder {
    private static final String REPLACEMENT = "\ufffd";

    private final String unknownPiece;
    private final String unknownSurface;
    private final boolean dropsFirstSpace;
    private final boolean dropsEveryFirstSpace;

    PieceDecoder(SentencePieceFile file) {
        this.unknownPiece =
                file.pieces().stream()
                        .filter(piece -> piece.kind() == Piece.Kind.UNKNOWN)
                        .map(Piece::text)
                        .findFirst()
                        .orElse("");
        this.unknownSurface = file.training().unknownSurface();
        this.dropsEveryFirstSpace = file.normalization().collapseSpaces();
        this.dropsFirstSpace = dropsEveryFirstSpace || file.normalization().dummyPrefix();
    }

    /**
     * The text of pieces; control pieces give nothing, a piece of the kind UNKNOWN that is not the
     * model's own gives its text.
     */
    String decode(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        boolean first = dropsFirstSpace;
        for (Piece piece : pieces) {
            if (piece.kind() == Piece.Kind.BYTE) {
                pending.write(byteOf(piece));
                continue;
            }
            flush(pending, text);
            first &= text.isEmpty();
            boolean drop = first && startsWithSpace(piece);
            text.append(surface(piece, drop));
            first &= dropsEveryFirstSpace || !drop;
        }
        flush(pending, text);
        return text.toString();
    }

    /** The byte a piece such as {@code <0x0A>} stands for. */
    static int byteOf(SentencePieceFile file, Piece piece) {
        int value = byteOf(piece);
        if (value < 0) {
            throw file.fault("a piece of the type BYTE is not one");
        }
        return value;
    }

    private static int byteOf(Piece piece) {
        String text = piece.text();
        if (!text.matches("<0x[0-9A-F]{2}>")) {
            return -1;
        }
        return Integer.parseInt(text.substring(3, 5), 16);
    }

    private static boolean startsWithSpace(Piece piece) {
        return piece.kind() != Piece.Kind.CONTROL
                && piece.kind() != Piece.Kind.UNKNOWN
                && piece.text().startsWith(Piece.SPACE);
    }

    private String surface(Piece piece, boolean dropSpace) {
        return switch (piece.kind()) {
            case CONTROL -> "";
            case UNKNOWN -> piece.text().equals(unknownPiece) ? unknownSurface : piece.text();
            default ->
                    piece.text()
                            .substring(dropSpace ? Piece.SPACE.length() : 0)
                            .replace(Piece.SPACE, " ");
        };
    }

    /**
     * Writes the characters that the collected bytes make, U+FFFD for each byte that makes none.
     */
    private static void flush(ByteArrayOutputStream pending, StringBuilder text) {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        for (int start = 0; start < bytes.length; ) {
            int end = Math.min(start + Utf8.length(bytes[start]), bytes.length);
            byte[] character = Arrays.copyOfRange(bytes, start, end);
            String decoded = new String(character, StandardCharsets.UTF_8);
            boolean valid = Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), character);
            text.append(valid ? decoded : REPLACEMENT);
            start = valid ? end : start + 1;
        }
    }
}
