package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokenizer.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders with a damaged file end in a clear error or in a tokenizer, and leave nothing open. */
class DamagedTokenizerTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final Path FOLDERS = Path.of("src/test/resources/tokenizers");
    private static final String JSON = "0123456789\"{}[],:abtfn-";

    @TempDir Path folder;

    @Test
    void aDamagedFolderIsReadOrRefusedButNeverMore() throws IOException {
        List<String> names =
                List.of("nllb-json", "bart", "t5-json", "marian", "t5", "pegasus", "m2m100");
        Random random = new Random(1);
        long openBefore = NativeHandles.open();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            Path damaged = damaged(names.get(random.nextInt(names.size())), random);
            try (Tokenizer tokenizer = HubTokenizer.load(damaged, "")) {
                int[] ids = tokenizer.encode(NastyText.any(random), Direction.SOURCE).ids();
                assertThat(tokenizer.decode(ids)).isNotNull();
            } catch (DragomanException fault) {
                assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
                refused++;
            }
        }
        assertThat(refused).isBetween(CASES / 10, CASES - CASES / 10);
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    @Test
    void damagedRulesThatWouldEndTheProcessAreRefused() {
        for (String rules : List.of("AA==", "////fw==", "no base64", "BAAAAAAAAAA=")) {
            String json = "{\"normalizer\":{\"precompiled_charsmap\":\"" + rules + "\"}}";
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> LibraryRules.check(bytes, Path.of("tokenizer.json")))
                    .isInstanceOf(DragomanException.class)
                    .hasMessageContaining("tokenizer.json");
        }
    }

    /** The folder with one file cut short or with up to four bytes changed. */
    private Path damaged(String name, Random random) throws IOException {
        Path copy = Files.createTempDirectory(folder, name);
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDERS.resolve(name))) {
            files = all.filter(file -> !file.endsWith("expected.json")).sorted().toList();
        }
        Path victim = files.get(random.nextInt(files.size()));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Path target = copy.resolve(file.getFileName().toString());
            Files.write(target, file.equals(victim) ? damage(bytes, random) : bytes);
        }
        return copy;
    }

    private static byte[] damage(byte[] bytes, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int edit = random.nextInt(4); edit >= 0; edit--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean()
                            ? (byte) JSON.charAt(random.nextInt(JSON.length()))
                            : (byte) random.nextInt(256);
        }
        return bytes;
    }
}
