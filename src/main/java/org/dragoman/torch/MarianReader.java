package org.dragoman.torch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.dragoman.model.Tokenizer;

/**
 * Marian's tokenizer: a SentencePiece model for each side, whose pieces are looked up in {@code
 * vocab.json}, or each in its own. The punctuation normaliser of Moses is not run: transformers
 * makes one where the package sacremoses is installed, but calls it nowhere on the way to ids.
 */
final class MarianReader {
    static final String SOURCE = "source.spm";
    private static final String TARGET = "target.spm";
    private static final String TARGET_VOCABULARY = "target_vocab.json";

    private final HubFolder folder;
    private final PieceReader reader;

    MarianReader(HubFolder folder, PieceReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /**
     * @param cleaned what is done to the subwords of each side
     */
    Tokenizer tokenizer(String prefix, UnaryOperator<Subwords> cleaned) {
        SentencePieceVocabulary source = pieces(SOURCE);
        SentencePieceVocabulary target = pieces(TARGET);
        ItemTable read = table(PieceReader.VOCABULARY);
        ItemTable written = folder.flag("separate_vocabs", false) ? table(TARGET_VOCABULARY) : read;
        Subwords from = new PieceSubwords(new MarianCutter(source), read, source);
        Subwords to = new PieceSubwords(new MarianCutter(target), written, target);
        return new HubTokenizer(cleaned.apply(from), cleaned.apply(to), framing(read), prefix);
    }

    private SentencePieceVocabulary pieces(String name) {
        return new SentencePieceVocabulary(SentencePieceFile.read(folder.file(name)));
    }

    private ItemTable table(String name) {
        ItemTable table = reader.vocabulary(name);
        reader.addSpecials(table);
        return table;
    }

    private Framing framing(ItemTable table) {
        String end = new HubSpecials(folder).text("eos_token");
        Integer id = table.id(end);
        if (id == null) {
            throw folder.fault(PieceReader.VOCABULARY, "has no item " + end);
        }
        Frame frame = new Frame(new int[0], new int[] {id});
        LanguageMarks marks = marks(table);
        return marks.isEmpty() ? frame : new MarkedFraming(marks, frame);
    }

    private static LanguageMarks marks(ItemTable table) {
        List<LanguageCode> codes =
                table.texts().values().stream()
                        .filter(
                                text ->
                                        text.startsWith(MarianCutter.OPEN)
                                                && text.endsWith(MarianCutter.CLOSE))
                        .map(text -> LanguageCode.parse(text.substring(2, text.length() - 2)))
                        .flatMap(Optional::stream)
                        .toList();
        return new LanguageMarks(
                codes,
                code -> MarianCutter.OPEN + code + MarianCutter.CLOSE,
                item -> {
                    Integer id = table.id(item);
                    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
                });
    }
}
