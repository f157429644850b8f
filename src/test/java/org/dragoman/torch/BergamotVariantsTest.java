package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every published architecture, with random weights, against its formulas in plain Java. */
class BergamotVariantsTest {

    private static final List<int[]> SOURCES =
            List.of(new int[] {5, 17, 40, 0}, new int[] {63, 0}, new int[] {9, 9, 30, 2, 51, 0});

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "256, 1536, 2, true, true",
        "256, 1536, 4, false, true",
        "384, 1536, 4, true, true",
        "512, 2048, 2, false, true",
        "256, 2048, 2, true, false",
        "256, 1536, 2, false, false"
    })
    void theRuntimeWritesWhatTheFormulasSay(
            int width, int ffn, int decoders, boolean shared, boolean scaled) throws IOException {
        TinyBergamot tiny = new TinyBergamot(width, ffn, decoders, shared, scaled);
        MarianFile file = new MarianFile(tiny.write(directory.resolve("model.bin")));
        for (Precision precision : List.of(Precision.FP32, Precision.INT8)) {
            PlainBergamot plain = new PlainBergamot(file, width, decoders, precision);
            try (BergamotModel model = BergamotModel.load(file, null, precision)) {
                assertThat(model.limits().vocabulary()).isEqualTo(tiny.targetIds());
                int[][] answers = GreedySearch.run(model, prompts(), 8);
                for (int i = 0; i < answers.length; i++) {
                    int[] source = SOURCES.get(i);
                    assertThat(answers[i])
                            .as("%s of row %d", precision, i)
                            .isEqualTo(
                                    plain.translate(source, BergamotModel.longest(source.length)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"INT8", "FP32"})
    void aRowChoosesFromItsOwnShortlistWhateverItsNeighboursHave(Precision precision)
            throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        MarianFile file = new MarianFile(tiny.write(directory.resolve("model.bin")));
        Path lists = tiny.writeShortlist(directory.resolve("lex.bin"));
        Shortlist shortlist = Shortlist.read(lists, tiny.targetIds());
        try (BergamotModel model = BergamotModel.load(file, lists, precision)) {
            int[][] together = GreedySearch.run(model, prompts(), 8);
            for (int i = 0; i < together.length; i++) {
                assertThat(GreedySearch.run(model, prompts().subList(i, i + 1), 8)[0])
                        .isEqualTo(together[i]);
                Columns own = Columns.of(prompts().subList(i, i + 1), shortlist, tiny.targetIds());
                assertThat(IntStream.of(together[i])).allMatch(id -> own.of(id) >= 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dim-emb: 256, dim-emb: 768",
        "enc-depth: 6, enc-depth: 3",
        "dec-cell: ssru, dec-cell: gru1",
        "transformer-ffn-activation: relu, transformer-ffn-activation: gelu",
        "transformer-heads: 8, transformer-heads: 4"
    })
    void aSettingThatWasNotTriedIsRefusedByName(String known, String unknown) throws IOException {
        Path path = tiny().write(directory.resolve("model.bin"));
        String content = Files.readString(path, StandardCharsets.ISO_8859_1);
        assertThat(content).contains(known);
        Files.writeString(path, content.replace(known, unknown), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BergamotModel.load(new MarianFile(path), null, Precision.INT8))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageContaining("model.bin")
                .hasMessageContaining(unknown);
    }

    @Test
    void withoutVnniTheInputKeepsToSevenBits() throws IOException {
        Path old = Files.writeString(directory.resolve("old"), "flags\t: sse4_2 avx2 avx_vnni\n");
        Path recent = Files.writeString(directory.resolve("new"), "flags\t: avx2 avx512_vnni\n");
        assertThat(Processor.wide(old)).isFalse();
        assertThat(Processor.wide(recent)).isTrue();
        assertThat(Processor.wide(directory.resolve("none"))).isFalse();
    }

    private static TinyBergamot tiny() {
        return new TinyBergamot(256, 1536, 2, true, true);
    }

    private static List<Prompt> prompts() {
        return SOURCES.stream().map(Prompt::of).toList();
    }
}
