package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes subwords of SentencePiece files, each family with the ids that its class in transformers
 * gives the pieces.
 */
final class PieceReader {
    static final String VOCABULARY = "vocab.json";
    private static final String SHORT_NAME = "spiece.model";
    private static final String LONG_NAME = "sentencepiece.bpe.model";

    private static final List<String> ROLES =
            List.of(
                    "bos_token",
                    "eos_token",
                    "unk_token",
                    "sep_token",
                    "pad_token",
                    "cls_token",
                    "mask_token");

    private final HubFolder folder;
    private final HubSpecials specials;

    PieceReader(HubFolder folder) {
        this.folder = folder;
        this.specials = new HubSpecials(folder);
    }

    /** The SentencePiece file of the folder; null when there is none. */
    @Nullable Path file() {
        return folder.has(SHORT_NAME)
                ? folder.file(SHORT_NAME)
                : folder.has(LONG_NAME) ? folder.file(LONG_NAME) : null;
    }

    /** The subwords of a folder with one SentencePiece file. */
    Subwords read(Path file) {
        SentencePieceFile model = SentencePieceFile.read(file);
        HubFamily family = folder.family();
        ItemTable table =
                switch (family) {
                    case T5 -> t5(model);
                    case PEGASUS -> pegasus(model);
                    case M2M100 -> m2m100();
                    case MBART, MBART_50, NLLB, XLM_ROBERTA -> fairseq(model);
                    default ->
                            throw FileFault.in(
                                    file, "belongs to no kind of tokenizer that is known");
                };
        addSpecials(table);
        return family == HubFamily.T5 ? t5(model, table) : plain(model, table);
    }

    /** Adds the specials that the files and the family name to a table of items. */
    void addSpecials(ItemTable table) {
        for (String role : ROLES) {
            AddedItem item = folder.family().plays(role) ? specials.role(role) : null;
            if (item != null) {
                table.add(item);
            }
        }
        specials.additional().forEach(table::add);
    }

    /** The items of vocab.json, and those the files number. */
    ItemTable vocabulary(String name) {
        Map<String, Integer> ids = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : folder.optional(name).properties()) {
            if (!entry.getValue().canConvertToInt() || entry.getValue().intValue() < 0) {
                throw folder.fault(name, "an item has no id");
            }
            ids.put(entry.getKey(), entry.getValue().intValue());
        }
        return numbered(name, ids);
    }

    private ItemTable m2m100() {
        ItemTable table = vocabulary(VOCABULARY);
        List<LanguageCode> codes = LanguageCode.of(HubFamily.M2M100);
        int first = folder.optional(VOCABULARY).size();
        for (int i = 0; i < codes.size(); i++) {
            String mark = HubFamily.M2M100.mark(codes.get(i).code());
            table.add(AddedItem.special(mark), first + i);
        }
        return table;
    }

    private ItemTable t5(SentencePieceFile model) {
        Map<String, Integer> ids = ids(model, id -> id);
        int extra = folder.setting("extra_ids").asInt(100);
        int last = model.pieces().size() - 1 + extra;
        ItemTable table = new ItemTable(ids, specials.text("unk_token"));
        for (int i = 0; i < Math.min(extra, 1000); i++) {
            table.add(new AddedItem("<extra_id_" + i + ">", true, true, true), last - i);
        }
        specials.addNumbered(table);
        return table;
    }

    /** Ids 0 to 104 are specials of which most were used in training only. */
    private ItemTable pegasus(SentencePieceFile model) {
        int offset = folder.setting("offset").asInt(103);
        Map<String, Integer> ids = ids(model, id -> id + offset);
        ItemTable table = numbered(model.file().getFileName().toString(), ids);
        int next = 0;
        table.add(AddedItem.special(specials.text("pad_token")), next++);
        table.add(AddedItem.special(specials.text("eos_token")), next++);
        JsonNode sentenceMask = folder.setting("mask_token_sent");
        if (!sentenceMask.isNull()) {
            table.add(AddedItem.special(sentenceMask.asText("<mask_1>")), next++);
            table.add(AddedItem.special(specials.text("mask_token")), next++);
        }
        for (int i = 2; i < Math.min(offset, 1000); i++) {
            table.add(AddedItem.special("<unk_" + i + ">"), next++);
        }
        return table;
    }

    /** As fairseq numbers: four specials, the pieces from the third on, languages, the mask. */
    private ItemTable fairseq(SentencePieceFile model) {
        Map<String, Integer> ids = ids(model, id -> id + 1);
        ids.putAll(Map.of("<s>", 0, "<pad>", 1, "</s>", 2, "<unk>", 3));
        int next = model.pieces().size() + 1;
        List<LanguageCode> codes =
                folder.family().marksLanguages() ? LanguageCode.of(folder.family()) : List.of();
        for (LanguageCode code : codes) {
            ids.put(code.code(), next++);
        }
        ids.put("<mask>", next);
        ItemTable table = numbered(model.file().getFileName().toString(), ids);
        codes.forEach(code -> table.add(AddedItem.special(code.code())));
        return table;
    }

    private ItemTable numbered(String file, Map<String, Integer> ids) {
        String unknown = specials.text("unk_token");
        if (!ids.containsKey(unknown)) {
            throw folder.fault(file, "has no item " + unknown);
        }
        ItemTable table = new ItemTable(ids, unknown);
        specials.addNumbered(table);
        return table;
    }

    private static Map<String, Integer> ids(SentencePieceFile model, IntUnaryOperator number) {
        Map<String, Integer> ids = new HashMap<>();
        List<Piece> pieces = model.pieces();
        IntStream.range(0, pieces.size())
                .forEach(id -> ids.put(pieces.get(id).text(), number.applyAsInt(id)));
        return ids;
    }

    private Subwords plain(SentencePieceFile model, ItemTable table) {
        SentencePieceVocabulary vocabulary = new SentencePieceVocabulary(model);
        return new PieceSubwords(vocabulary::split, table, vocabulary);
    }

    /** The rules for white space of T5 changed, and the file says which it was made for. */
    private Subwords t5(SentencePieceFile model, ItemTable table) {
        int end = table.idOrUnknown(specials.text("eos_token"));
        if (folder.flag("legacy", true)) {
            return new T5Subwords(plain(model, table), end, null);
        }
        SentencePieceVocabulary vocabulary =
                new SentencePieceVocabulary(model.withoutDummyPrefix());
        String unknown = specials.text("unk_token");
        Set<String> special =
                table.added().stream()
                        .filter(AddedItem::special)
                        .map(AddedItem::text)
                        .collect(Collectors.toSet());
        PieceSubwords.Cutter cutter = new T5Cutter(vocabulary, unknown);
        Subwords subwords = new PieceSubwords(cutter, table, vocabulary);
        boolean prefixed = folder.flag("add_prefix_space", true);
        return new T5Subwords(
                subwords, end, new T5Subwords.Spaced(table.id(Piece.SPACE), special, prefixed));
    }
}
