package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.dragoman.model.Tokenizer;

/**
 * Makes the tokenizer of a folder in the hub's layout out of the files that are there, the first of
 * these: {@code tokenizer.json}; {@code source.spm}, {@code target.spm} and {@code vocab.json};
 * {@code vocab.json} and {@code merges.txt}; {@code spiece.model} or {@code
 * sentencepiece.bpe.model}, for M2M100 with {@code vocab.json}.
 */
final class HubReader {
    private static final String TOKENIZER = "tokenizer.json";

    private final HubFolder folder;
    private final HubSpecials specials;

    HubReader(Path directory) {
        this.folder = new HubFolder(directory);
        this.specials = new HubSpecials(folder);
    }

    Tokenizer tokenizer(String prefix) {
        PieceReader pieces = new PieceReader(folder);
        Path model = pieces.file();
        if (folder.has(TOKENIZER)) {
            byte[] json = folder.json(TOKENIZER);
            return library(LibrarySubwords.parse(json, folder.file(TOKENIZER)), prefix);
        }
        if (folder.has(MarianReader.SOURCE)) {
            return new MarianReader(folder, pieces).tokenizer(prefix, this::cleaned);
        }
        if (folder.has(BytePairReader.MERGES)) {
            return library(new BytePairReader(folder).read(), prefix);
        }
        if (model == null) {
            throw folder.fault(TOKENIZER, "is not there, nor are the files of a tokenizer");
        }
        Subwords subwords = cleaned(pieces.read(model));
        return new HubTokenizer(subwords, subwords, framing(subwords), prefix);
    }

    private Tokenizer library(LibrarySubwords library, String prefix) {
        try {
            Subwords subwords = cleaned(library);
            Framing framing =
                    folder.family().marksLanguages() ? coded(subwords) : library.template();
            return new HubTokenizer(subwords, subwords, framing, prefix);
        } catch (RuntimeException failure) {
            library.close();
            throw failure;
        }
    }

    private Subwords cleaned(Subwords subwords) {
        return folder.flag("clean_up_tokenization_spaces", false)
                ? new CleanedSubwords(subwords)
                : subwords;
    }

    private Framing framing(Subwords subwords) {
        if (folder.family().marksLanguages()) {
            return coded(subwords);
        }
        return folder.family() == HubFamily.XLM_ROBERTA
                ? new Frame(
                        new int[] {id(subwords, specials.text("cls_token"))},
                        new int[] {id(subwords, specials.text("sep_token"))})
                : new Frame(new int[0], new int[] {id(subwords, specials.text("eos_token"))});
    }

    private Framing coded(Subwords subwords) {
        HubFamily family = folder.family();
        boolean codeFirst =
                family != HubFamily.MBART
                        && !(family == HubFamily.NLLB && folder.flag("legacy_behaviour", false));
        UnaryOperator<String> mark = family::mark;
        List<LanguageCode> codes = LanguageCode.of(family);
        LanguageMarks languages = new LanguageMarks(codes, mark, subwords::id);
        int usual = id(subwords, family.mark(usualCode(family)));
        int end = id(subwords, specials.text("eos_token"));
        return new CodedFraming(languages, end, codeFirst, usual);
    }

    private String usualCode(HubFamily family) {
        JsonNode told = folder.setting("src_lang");
        if (told.isTextual()) {
            return told.textValue();
        }
        return switch (family) {
            case M2M100 -> "en";
            case NLLB -> "eng_Latn";
            default -> "en_XX";
        };
    }

    private int id(Subwords subwords, String item) {
        OptionalInt id = subwords.id(item);
        return id.orElseThrow(
                () ->
                        folder.fault(
                                "tokenizer_config.json",
                                "names " + item + ", which is not in the vocabulary"));
    }
}
