package org.dragoman;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The vocabulary of tiny students: single characters of many scripts, and some frequent groups of
 * ASCII letters. Every piece with letters of ASCII has a partner, the piece with each letter
 * thirteen further (ROT13).
 */
final class StudentPieces {
    static final int END = 0;
    static final int UNKNOWN = 1;
    static final char SPACE = '\u2581';

    private static final String GROUPS =
            "the and of to in is on for was that with he it at by are from as be has have not said"
                    + " new one two year people government minister bridge who will were die der und"
                    + " das de que o a os uma para com er en es an re or al ti te st se ou th nd";

    private static final String OTHERS =
            "áàâãäåæçčćđďéèêëěęíìîïıłñńňóòôõöőøřśšşșťțúùûüůűýźžżßþð"
                    + "ÁÀÂÃÄÅÇČÉÈÊÍÎÓÔÕÖØŚŠŞÚÜÝŽŻ¿¡“”‘’„«»‹›–—…•·°€£ºª"
                    + "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"
                    + "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΗΘΙΚΛΜΝΟΠΡΣΤΦΧ"
                    + "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئپچژگکی،؟؛۔"
                    + "אבגדהוזחטיכךלמםנןסעפףצץקרשת׳״"
                    + "अआइईउएओकखगघचजटडतथदधनपफबभमयरलवशषसहािीुूेैोौ्ं।"
                    + "あいうえおかきくけこさしすせそたちつてとなにぬのはひふへほまみむめもやゆよらりるれろわをんアイウエオカキクコサシスタテトナニノハフマミムメモヤユラリルレロワン"
                    + "的一是不了在人有我他这中大来上国个到说们。、，！？：；「」『』《》（）・ー"
                    + "가나다라마바사아자차카타파하는이를에서한국의고";

    private final List<String> pieces;

    private StudentPieces(List<String> pieces) {
        this.pieces = pieces;
    }

    /** The pieces as they come. */
    static StudentPieces usual() {
        Set<String> texts = new LinkedHashSet<>(List.of("</s>", "<unk>"));
        for (char mark = '!'; mark <= '~'; mark++) {
            texts.add(String.valueOf(mark));
        }
        texts.add(String.valueOf(SPACE));
        for (char letter = 'A'; letter <= 'z'; letter++) {
            if (Character.isLetter(letter)) {
                texts.add(SPACE + String.valueOf(letter));
            }
        }
        for (String group : GROUPS.split(" ", -1)) {
            for (String text : List.of(group, SPACE + group)) {
                texts.add(text);
                texts.add(rotated(text));
            }
        }
        OTHERS.codePoints().forEach(point -> texts.add(Character.toString(point)));
        return new StudentPieces(List.copyOf(texts));
    }

    /** The same pieces with other ids, but for the two that have no text. */
    StudentPieces reversed() {
        List<String> turned = new ArrayList<>(pieces.subList(0, 2));
        for (int id = pieces.size() - 1; id > UNKNOWN; id--) {
            turned.add(pieces.get(id));
        }
        return new StudentPieces(List.copyOf(turned));
    }

    List<String> texts() {
        return pieces;
    }

    int size() {
        return pieces.size();
    }

    /** The id of a piece, or of the unknown one. */
    int id(String text) {
        int id = pieces.indexOf(text);
        return id < 0 ? UNKNOWN : id;
    }

    /** Each letter of ASCII thirteen further; all else as it is, so it is its own inverse. */
    static String rotated(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean small = letter >= 'a' && letter <= 'z';
            boolean large = letter >= 'A' && letter <= 'Z';
            int first = small ? 'a' : 'A';
            out.append(small || large ? (char) (first + (letter - first + 13) % 26) : letter);
        }
        return out.toString();
    }

    /**
     * Writes them as a Unigram model of SentencePiece: no rules of normalisation, runs of spaces
     * collapsed, a space before the text. Groups are likelier than their letters.
     */
    Path write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int id = 0; id < pieces.size(); id++) {
            field(out, 1, piece(id));
        }
        ByteArrayOutputStream trainer = new ByteArrayOutputStream();
        number(trainer, 3, 1);
        number(trainer, 4, pieces.size());
        number(trainer, 40, UNKNOWN);
        number(trainer, 41, -1);
        number(trainer, 42, END);
        number(trainer, 43, -1);
        field(out, 2, trainer.toByteArray());
        ByteArrayOutputStream normalizer = new ByteArrayOutputStream();
        field(normalizer, 1, "identity".getBytes(StandardCharsets.UTF_8));
        number(normalizer, 3, 1);
        number(normalizer, 4, 1);
        number(normalizer, 5, 1);
        field(out, 3, normalizer.toByteArray());
        return Files.write(file, out.toByteArray());
    }

    private byte[] piece(int id) {
        String text = pieces.get(id);
        int type = id == END ? 3 : id == UNKNOWN ? 2 : 1;
        float score = type != 1 ? 0 : -8 - id / 10_000f + (text.length() > 1 ? 1 : 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        field(out, 1, text.getBytes(StandardCharsets.UTF_8));
        varint(out, 2 << 3 | 5);
        out.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(score).array());
        number(out, 3, type);
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] content) {
        varint(out, (long) number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void number(ByteArrayOutputStream out, int number, long value) {
        varint(out, (long) number << 3);
        varint(out, value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
