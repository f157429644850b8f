package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Folders that transformers wrote give the ids, the texts and the language marks that it gives; see
 * src/test/python/make_tokenizers.py.
 */
class HubFamiliesTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final Path FOLDERS = Path.of("src/test/resources/tokenizers");

    private long openBefore;

    @BeforeEach
    void countHandles() {
        openBefore = NativeHandles.open();
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marian",
                "t5",
                "t5-new",
                "t5-bytes",
                "t5-json",
                "pegasus",
                "pegasus-json",
                "mbart",
                "mbart-50",
                "mbart-50-json",
                "m2m100",
                "nllb",
                "nllb-json",
                "xlm-roberta",
                "xlm-roberta-json",
                "bart",
                "bart-json"
            })
    void idsTextsAndMarksAreThoseOfTransformers(String name) throws IOException {
        JsonNode expected = expected(name);
        SoftAssertions softly = new SoftAssertions();
        try (Tokenizer tokenizer = load(name)) {
            for (JsonNode one : expected.get("texts")) {
                String text = one.get("text").textValue();
                Tokens tokens = tokenizer.encode(text, Direction.SOURCE);
                softly.assertThat(tokens.ids()).as(one.get("text").toString()).isEqualTo(ids(one));
                softly.assertThat(tokenizer.decode(ids(one)))
                        .as("decoded %s", one.get("text"))
                        .isEqualTo(one.get("decoded").textValue());
            }
            for (JsonNode one : expected.path("targets")) {
                String text = one.get("text").textValue();
                softly.assertThat(tokenizer.encode(text, Direction.TARGET).ids())
                        .as("target %s", one.get("text"))
                        .isEqualTo(ids(one));
            }
            for (JsonNode one : expected.get("languages")) {
                holdsBetweenLanguages(softly, tokenizer, one);
            }
        }
        softly.assertAll();
    }

    private static void holdsBetweenLanguages(
            SoftAssertions softly, Tokenizer tokenizer, JsonNode one) {
        LanguageTag from = new LanguageTag(one.get("from").textValue());
        LanguageTag to = new LanguageTag(one.get("to").textValue());
        Tokens tokens = tokenizer.encode(one.get("text").textValue(), from, to);
        softly.assertThat(tokens.ids()).as("%s to %s", from, to).isEqualTo(ids(one));
        softly.assertThat(tokens.spans()).containsNull();
        OptionalInt opening = tokenizer.opening(to);
        softly.assertThat(opening.isPresent()).isEqualTo(one.has("opening"));
        opening.ifPresent(id -> softly.assertThat(id).isEqualTo(one.get("opening").intValue()));
    }

    /**
     * Without specials in the text: an end of sequence there may be T5's own, and behind any
     * special the tokenizers library miscounts what it adds or takes away.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "marian",
                "t5",
                "t5-new",
                "t5-bytes",
                "t5-json",
                "pegasus",
                "mbart-50",
                "m2m100",
                "nllb",
                "nllb-json",
                "xlm-roberta",
                "xlm-roberta-json",
                "bart",
                "bart-json"
            })
    void spansAscendStayWholeAndCoverEveryLetter(String name) {
        Random random = new Random(5);
        boolean library = name.endsWith("-json") || name.equals("bart");
        Pattern specials = Pattern.compile(library ? "<.*?>" : "</s>");
        try (Tokenizer tokenizer = load(name)) {
            for (int i = 0; i < CASES; i++) {
                String text = specials.matcher(NastyText.any(random)).replaceAll("");
                Tokens tokens = tokenizer.encode(text, Direction.SOURCE);
                BitSet covered = SpanChecks.holdFor(text, tokens);
                for (int at = 0; at < text.length(); at++) {
                    boolean counts = Character.isLetterOrDigit(text.codePointAt(at));
                    assertThat(covered.get(at) || !counts).as("%s at %s", text, at).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marian", "t5", "t5-new", "pegasus", "mbart-50", "m2m100", "nllb-json"})
    void piecesOfPlainWordsAreTheWords(String name) {
        String text = "The old bridge,  a ponte velha";
        try (Tokenizer tokenizer = load(name)) {
            Tokens tokens = tokenizer.encode(text, Direction.SOURCE);
            StringBuilder joined = new StringBuilder();
            for (Span span : tokens.spans()) {
                joined.append(span == null ? "" : span.in(text));
            }
            assertThat(joined.toString().replaceAll(" +", " ")).isEqualTo(text.replace("  ", " "));
        }
    }

    @Test
    void aLanguageWithoutAMarkIsRefused() {
        LanguageTag english = LanguageTag.ENGLISH;
        for (String tag : List.of("sr-Latn", "tlh", "en-Cyrl")) {
            LanguageTag unknown = new LanguageTag(tag);
            try (Tokenizer tokenizer = load("nllb-json")) {
                refused(() -> tokenizer.opening(unknown));
                refused(() -> tokenizer.encode("a", unknown, english));
            }
        }
        try (Tokenizer tokenizer = load("marian")) {
            refused(() -> tokenizer.encode("a", english, new LanguageTag("fr")));
            assertThat(tokenizer.opening(LanguageTag.PORTUGUESE)).isEmpty();
        }
    }

    @Test
    void theLanguagesAreThoseMarked() {
        try (Tokenizer nllb = load("nllb-json");
                Tokenizer marian = load("marian");
                Tokenizer m2m100 = load("m2m100");
                Tokenizer mbart = load("mbart");
                Tokenizer t5 = load("t5")) {
            assertThat(nllb.languages())
                    .hasSizeGreaterThan(195)
                    .contains(tags("en", "pt", "zh", "zh-Hant", "sr", "fa", "nb", "ace-Arab"));
            assertThat(marian.languages())
                    .containsExactlyInAnyOrder(tags("pt", "de", "zh-Hant", "sr-Latn"));
            assertThat(m2m100.languages()).hasSize(100).contains(tags("pt", "nso", "he"));
            assertThat(mbart.languages()).hasSize(25).contains(tags("en", "zh", "my"));
            assertThat(t5.languages()).isEmpty();
        }
    }

    @Test
    void aPrefixAndAMarkStandForNothingInTheText() {
        String text = "The bridge";
        try (Tokenizer tokenizer = HubTokenizer.load(FOLDERS.resolve("marian"), "the old ")) {
            Tokens tokens = tokenizer.encode(text, LanguageTag.ENGLISH, LanguageTag.PORTUGUESE);
            List<Span> spans = tokens.spans().stream().filter(Objects::nonNull).toList();
            assertThat(spans.get(0).start()).isZero();
            assertThat(spans.get(spans.size() - 1).end()).isEqualTo(text.length());
            int before = (int) tokens.spans().stream().takeWhile(Objects::isNull).count();
            assertThat(before).isGreaterThan(2);
        }
    }

    @Test
    void anIdOutsideTheVocabularyGivesNoText() {
        for (String name : List.of("marian", "t5", "m2m100", "t5-json", "bart")) {
            try (Tokenizer tokenizer = load(name)) {
                assertThat(tokenizer.decode(new int[] {1_000_000, 500_000})).isEmpty();
            }
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DragomanException.class)
                .extracting("code")
                .isEqualTo(ErrorCode.LANGUAGE_UNSUPPORTED);
    }

    private static LanguageTag[] tags(String... values) {
        return Arrays.stream(values).map(LanguageTag::new).toArray(LanguageTag[]::new);
    }

    private static Tokenizer load(String name) {
        return HubTokenizer.load(FOLDERS.resolve(name), "");
    }

    private static int[] ids(JsonNode expected) {
        return StreamSupport.stream(expected.get("ids").spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }

    private static JsonNode expected(String name) throws IOException {
        return new ObjectMapper().readTree(FOLDERS.resolve(name).resolve("expected.json").toFile());
    }
}
