package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.dragoman.model.Tokenizer;

/** Makes the tokenizer of a folder in the hub's layout out of the files that are there. */
final class HubReader {
    private static final String TOKENIZER = "tokenizer.json";
    private static final String END = "</s>";

    private final HubFolder folder;

    HubReader(Path directory) {
        this.folder = new HubFolder(directory);
    }

    Tokenizer tokenizer(String prefix) {
        if (!folder.has(TOKENIZER)) {
            throw folder.fault(TOKENIZER, "is not there");
        }
        LibrarySubwords library =
                LibrarySubwords.parse(folder.json(TOKENIZER), folder.file(TOKENIZER));
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

    private Framing coded(Subwords subwords) {
        HubFamily family = folder.family();
        boolean codeFirst =
                family != HubFamily.MBART
                        && !(family == HubFamily.NLLB && folder.flag("legacy_behaviour", false));
        LanguageIds languages =
                new LanguageIds(LanguageCode.of(family), code -> subwords.id(family.mark(code)));
        int usual = id(subwords, family.mark(usualCode(family)));
        return new CodedFraming(languages, id(subwords, END), codeFirst, usual);
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
        return id.orElseThrow(() -> folder.fault(TOKENIZER, "has no item " + item));
    }
}
