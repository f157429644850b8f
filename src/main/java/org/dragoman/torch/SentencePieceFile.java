package org.dragoman.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.failure.DragomanException;

/**
 * What a SentencePiece model file ({@code .spm}, {@code .model}) says. Unigram and byte-pair models
 * are read; a setting that would change the ids in a way not built here is refused by name.
 * Immutable.
 *
 * @see <a
 *     href="https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto">the
 *     schema</a>
 */
@SuppressWarnings("ArrayRecordComponent")
record SentencePieceFile(
        List<Piece> pieces, Normalization normalization, Training training, Path file) {
    private static final long LARGEST = 64L << 20;
    private static final int LONGEST_PIECE = 1000;

    /**
     * How a text is made ready for the pieces.
     *
     * @param charsmap the precompiled rules, may be empty
     * @param dummyPrefix whether a space is put before the text
     * @param collapseSpaces whether runs of spaces become one and those at the ends go
     * @param escapeSpaces whether a space is written as {@link Piece#SPACE}
     */
    record Normalization(
            byte[] charsmap, boolean dummyPrefix, boolean collapseSpaces, boolean escapeSpaces) {}

    /**
     * What the trainer left for the runtime.
     *
     * @param bytePairs whether pieces are joined pairs; otherwise they are Unigram's
     * @param byteFallback whether an unknown character becomes its UTF-8 bytes
     * @param unknownSurface what an unknown piece is decoded to
     * @param endPiece text of the piece that ends a sentence
     */
    record Training(
            boolean bytePairs, boolean byteFallback, String unknownSurface, String endPiece) {}

    static SentencePieceFile read(Path file) {
        ProtobufReader message = new ProtobufReader(file, content(file));
        List<Piece> pieces = new ArrayList<>();
        Normalization normalization = new Normalization(new byte[0], true, true, true);
        Training training = new Training(false, false, Piece.UNKNOWN_SURFACE, "</s>");
        while (message.next()) {
            switch (message.field()) {
                case 1 -> pieces.add(piece(message.message()));
                case 2 -> training = training(message.message());
                case 3 -> normalization = normalization(message.message());
                case 5 -> refuseDenormalizer(message.message());
                default -> message.skip();
            }
        }
        return new SentencePieceFile(List.copyOf(pieces), normalization, training, file);
    }

    /** The same model without the space that is put before a text. */
    SentencePieceFile withoutDummyPrefix() {
        Normalization same = normalization;
        return new SentencePieceFile(
                pieces,
                new Normalization(
                        same.charsmap(), false, same.collapseSpaces(), same.escapeSpaces()),
                training,
                file);
    }

    DragomanException fault(String what) {
        return FileFault.in(file, what);
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw FileFault.in(file, "is larger than any vocabulary (64 MiB)");
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw FileFault.in(file, "cannot be read", failure);
        }
    }

    private static Piece piece(ProtobufReader message) {
        byte[] text = {};
        float score = 0;
        Piece.Kind kind = Piece.Kind.NORMAL;
        while (message.next()) {
            switch (message.field()) {
                case 1 -> text = message.bytes();
                case 2 -> score = message.float32();
                case 3 -> kind = kind(message);
                default -> message.skip();
            }
        }
        if (text.length == 0 || text.length > LONGEST_PIECE || !Float.isFinite(score)) {
            throw message.fault("a piece is empty, too long or has no finite score");
        }
        return new Piece(text, new String(text, StandardCharsets.UTF_8), score, kind);
    }

    private static Piece.Kind kind(ProtobufReader message) {
        long number = message.varint();
        return switch ((int) Math.max(0, Math.min(number, 7))) {
            case 1 -> Piece.Kind.NORMAL;
            case 2 -> Piece.Kind.UNKNOWN;
            case 3 -> Piece.Kind.CONTROL;
            case 4 -> Piece.Kind.USER_DEFINED;
            case 5 -> Piece.Kind.UNUSED;
            case 6 -> Piece.Kind.BYTE;
            default -> throw message.fault("a piece has the unknown type " + number);
        };
    }

    private static Training training(ProtobufReader message) {
        boolean bytePairs = false;
        boolean byteFallback = false;
        String unknownSurface = Piece.UNKNOWN_SURFACE;
        String endPiece = "</s>";
        while (message.next()) {
            switch (message.field()) {
                case 3 -> bytePairs = bytePairs(message);
                case 24 -> refuse(message, message.flag(), "white space as a suffix");
                case 35 -> byteFallback = message.flag();
                case 44 -> unknownSurface = message.text();
                case 47 -> endPiece = message.text();
                default -> message.skip();
            }
        }
        return new Training(bytePairs, byteFallback, unknownSurface, endPiece);
    }

    private static boolean bytePairs(ProtobufReader message) {
        long type = message.varint();
        refuse(message, type != 1 && type != 2, "a model type other than Unigram and byte pairs");
        return type == 2;
    }

    private static Normalization normalization(ProtobufReader message) {
        byte[] charsmap = {};
        boolean dummyPrefix = true;
        boolean collapseSpaces = true;
        boolean escapeSpaces = true;
        while (message.next()) {
            switch (message.field()) {
                case 2 -> charsmap = message.bytes();
                case 3 -> dummyPrefix = message.flag();
                case 4 -> collapseSpaces = message.flag();
                case 5 -> escapeSpaces = message.flag();
                default -> message.skip();
            }
        }
        return new Normalization(charsmap, dummyPrefix, collapseSpaces, escapeSpaces);
    }

    private static void refuseDenormalizer(ProtobufReader message) {
        while (message.next()) {
            if (message.field() == 2) {
                refuse(message, message.bytes().length > 0, "a denormaliser");
            } else {
                message.skip();
            }
        }
    }

    private static void refuse(ProtobufReader message, boolean present, String feature) {
        if (present) {
            throw message.fault(feature + " is not supported");
        }
    }
}
