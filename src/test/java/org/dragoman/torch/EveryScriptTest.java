package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dragoman.TinyStudents;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text of every language of the catalogue through a vocabulary that has the letters of some and not
 * of others: nothing is lost, every piece knows its place, what is not known is one piece.
 */
class EveryScriptTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final Path SENTENCES = Path.of("src/test/resources/text/every-language.txt");

    @TempDir static Path folder;
    private static SentencePieceTokenizer tokenizer;
    private static List<Piece> pieces;
    private static Set<String> known;

    @BeforeAll
    static void load() throws IOException {
        Path file = TinyStudents.vocabulary(folder.resolve("vocab.spm"));
        tokenizer = SentencePieceTokenizer.load(file);
        pieces = SentencePieceFile.read(file).pieces();
        known =
                pieces.stream()
                        .filter(piece -> piece.kind() == Piece.Kind.NORMAL)
                        .map(Piece::text)
                        .collect(Collectors.toSet());
    }

    @Test
    void everyLanguageOfTheCatalogueHasASentenceAndItComesBack() throws IOException {
        Map<String, String> sentences = sentences();
        Set<String> languages =
                Catalogue.bundled().cards().stream()
                        .filter(card -> card.family().equals("bergamot"))
                        .map(ModelCard::from)
                        .flatMap(Set::stream)
                        .map(LanguageTag::language)
                        .collect(Collectors.toSet());
        assertThat(sentences.keySet()).containsAll(languages);
        sentences.values().forEach(EveryScriptTest::assertKept);
        for (String language : List.of("en", "de", "pt", "ru", "uk", "bg", "fr", "es", "it")) {
            String text = String.valueOf(sentences.get(language));
            assertThat(decoded(text)).isEqualTo(text);
        }
        assertThat(decoded(String.valueOf(sentences.get("ta")))).contains("\u2047");
    }

    @Test
    void wordsOfAnyLanguagesMixedComeBackToo() throws IOException {
        List<String> words = new ArrayList<>();
        sentences().values().forEach(text -> words.addAll(List.of(text.split(" ", -1))));
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(20); length > 0; length--) {
                String word = words.get(random.nextInt(words.size()));
                int cut =
                        word.offsetByCodePoints(
                                0, random.nextInt(word.codePointCount(0, word.length())));
                text.append(random.nextInt(3) == 0 ? word.substring(cut) : word);
                text.append(length > 1 && random.nextInt(3) > 0 ? " " : "");
            }
            assertKept(text.toString());
        }
    }

    /** Holds for texts whose only white space is single spaces between others. */
    private static void assertKept(String text) {
        Tokens tokens = tokenizer.encode(text, Direction.SOURCE);
        StringBuilder expected = new StringBuilder();
        int end = 0;
        boolean unknownBefore = false;
        for (int i = 0; i + 1 < tokens.length(); i++) {
            Span span = tokens.spans().get(i);
            assertThat(span).isNotNull();
            assertThat(span.start()).as("%s", text).isEqualTo(end);
            end = span.end();
            String part = text.substring(span.start(), span.end());
            Piece piece = pieces.get(tokens.ids()[i]);
            boolean unknown = piece.kind() == Piece.Kind.UNKNOWN;
            if (unknown) {
                assertThat(unknownBefore).isFalse();
                assertThat(part.codePoints().mapToObj(Character::toString))
                        .noneMatch(known::contains);
                expected.append(Piece.UNKNOWN_SURFACE);
            } else {
                String written = piece.text().replace(Piece.SPACE, " ");
                assertThat(i == 0 ? " " + part : part).isEqualTo(written);
                expected.append(part);
            }
            unknownBefore = unknown;
        }
        assertThat(end).isEqualTo(text.length());
        assertThat(decoded(text)).isEqualTo(expected.toString());
    }

    private static String decoded(String text) {
        return tokenizer.decode(tokenizer.encode(text, Direction.SOURCE).ids());
    }

    private static Map<String, String> sentences() throws IOException {
        return Files.readAllLines(SENTENCES).stream()
                .map(line -> line.split("\t", -1))
                .collect(
                        Collectors.toMap(
                                parts -> parts[0],
                                parts -> parts[1],
                                (one, other) -> one,
                                TreeMap::new));
    }
}
