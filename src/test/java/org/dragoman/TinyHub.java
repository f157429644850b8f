package org.dragoman;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whole folders in the hub's layout: the tiny models of the goldens, each with a tokenizer that
 * fits it. The tokenizers know single letters; what the models write means nothing.
 */
public final class TinyHub {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");

    private TinyHub() {}

    /** A model of many languages, here English, German and Portuguese: M2M100, 86 ids. */
    public static Path translator(Path folder) throws IOException {
        return write(folder, "m2m100", "M2M100Tokenizer", 86, "__en__", "__de__", "__pt__");
    }

    /** A summarizer of English: BART, 90 ids. */
    public static Path summarizer(Path folder) throws IOException {
        return write(folder, "bart", "BartTokenizer", 90);
    }

    private static Path write(
            Path folder, String golden, String type, int vocabulary, String... marks)
            throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("config.json", "generation_config.json", "model.safetensors")) {
            Files.copy(GOLDENS.resolve(golden).resolve(name), folder.resolve(name));
        }
        tokenizer(folder, type, vocabulary, marks);
        return folder;
    }

    /** Writes a tokenizer of a vocabulary of this size into a folder. */
    public static void tokenizer(Path folder, int vocabulary) throws IOException {
        tokenizer(folder, "BartTokenizer", vocabulary);
    }

    private static void tokenizer(Path folder, String type, int vocabulary, String... marks)
            throws IOException {
        List<String> pieces = new ArrayList<>(List.of("<s>", "<pad>", "</s>", "<unk>"));
        pieces.addAll(List.of(marks));
        IntStream.rangeClosed('a', 'z').forEach(letter -> pieces.add(Character.toString(letter)));
        while (pieces.size() < vocabulary) {
            pieces.add(Character.toString(0x4e00 + pieces.size()));
        }
        Files.writeString(folder.resolve("tokenizer.json"), json(pieces, marks.length));
        Files.writeString(
                folder.resolve("tokenizer_config.json"), "{\"tokenizer_class\": \"" + type + "\"}");
    }

    private static String json(List<String> pieces, int marks) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        for (String none : List.of("truncation", "padding", "normalizer", "post_processor")) {
            root.putNull(none);
        }
        var added = root.putArray("added_tokens");
        for (int id = 0; id < 4 + marks; id++) {
            ObjectNode token = added.addObject().put("id", id).put("content", pieces.get(id));
            for (String no : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                token.put(no, false);
            }
            token.put("special", true);
        }
        root.putObject("pre_tokenizer").put("type", "Whitespace");
        root.putNull("decoder");
        ObjectNode model = root.putObject("model").put("type", "WordLevel");
        ObjectNode vocabulary = model.putObject("vocab");
        IntStream.range(0, pieces.size()).forEach(id -> vocabulary.put(pieces.get(id), id));
        model.put("unk_token", "<unk>");
        return root.toString();
    }
}
