package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that come in one file. */
class ArchiveTest {
    @TempDir Path temporary;
    private Path directory;
    private ModelStore store;
    private ModelFolders folders;
    private Map<String, byte[]> members;

    @BeforeEach
    void theFilesOfAModel() throws IOException {
        directory = temporary.resolve("models");
        store = TinyModels.store(directory);
        folders = new ModelFolders(store, List.of());
        members = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(HubFolders.marian(temporary.resolve("files")))) {
            for (Path file : files.sorted().toList()) {
                members.put("opus/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        members.put("opus/tf_model.h5", new byte[10]);
        members.put("opus/README.md", "---\nlicense: mit\n---\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aZipATarAndATarInGzipAreTakenLikeTheirFolder() throws IOException {
        for (Path archive : List.of(zip("One.zip"), tar("two.tar"), gzip(tar("t"), "three.tgz"))) {
            ModelCard card = folders.add(archive, Wish.NONE, Progress.NONE);

            assertThat(archive.getFileName().toString().toLowerCase(Locale.ROOT))
                    .startsWith(card.name() + ".");
            assertThat(card.licence()).isEqualTo("mit");
            assertThat(store.installed(card.name()).file(ModelFile.Role.SOURCE_VOCABULARY))
                    .hasContent("source");
            assertThat(directory.resolve(card.name()).resolve("tf_model.h5")).doesNotExist();
        }
        assertNothingElse("one", "two", "three");
    }

    @Test
    void aDamagedCopyIsRepairedFromTheArchive() throws IOException {
        ModelCard card = folders.add(gzip(tar("t"), "mine.tar.gz"), Wish.NONE, Progress.NONE);
        Files.writeString(directory.resolve("mine/source.spm"), "Source");
        assertThat(store.verify(card.name())).hasSize(1);

        store.install(card.name(), Progress.NONE);

        assertThat(store.verify(card.name())).isEmpty();
    }

    @Test
    void nothingIsWrittenUnderTheNamesThatStandInAnArchive() throws IOException {
        members.put("../../evil", new byte[1]);
        members.put("/evil", new byte[1]);
        members.put("opus/../../../evil", new byte[1]);
        // With members beside the folder there is no one folder that could be the model's.
        assertThat(refusal(() -> folders.add(zip("a.zip"), Wish.NONE, Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(refusal(() -> folders.add(tar("a.tar"), Wish.NONE, Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);

        try (Stream<Path> all = Files.walk(temporary)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil");
        }
        assertThat(Path.of("/evil")).doesNotExist();
    }

    @Test
    void aLinkInAnArchiveIsNoFile() throws IOException {
        members.remove("opus/model.safetensors");
        Path archive = temporary.resolve("link.tar");
        try (TarArchiveOutputStream out = output(archive)) {
            write(out);
            TarArchiveEntry link =
                    new TarArchiveEntry("opus/model.safetensors", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }

        assertThat(refusal(() -> folders.add(archive, Wish.NONE, Progress.NONE)))
                .hasMessageContaining("model.safetensors");
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsRefused() throws IOException {
        members.put("opus/model.safetensors", new byte[8 << 20]);

        assertThat(refusal(() -> folders.add(gzip(tar("t"), "b.tgz"), Wish.NONE, Progress.NONE)))
                .hasMessageContaining("archive");
        assertThat(refusal(() -> folders.add(zip("b.zip"), Wish.NONE, Progress.NONE)))
                .hasMessageContaining("archive");
    }

    @Test
    void whatIsCutOffOrNoArchiveIsRefused() throws IOException {
        for (Path whole : List.of(zip("c.zip"), tar("c.tar"), gzip(tar("t"), "c.tgz"))) {
            byte[] content = Files.readAllBytes(whole);
            for (int part = 1; part < 8; part++) {
                Files.write(whole, Arrays.copyOf(content, content.length * part / 9));
                assertThat(refusal(() -> folders.add(whole, Wish.NONE, Progress.NONE)))
                        .as("%s, %s of 9 parts", whole.getFileName(), part)
                        .isNotNull()
                        .extracting(DragomanException::code)
                        .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            }
        }
        Path text = Files.writeString(temporary.resolve("text.zip"), "text");
        assertThat(refusal(() -> folders.add(text, Wish.NONE, Progress.NONE)))
                .hasMessageContaining("neither a folder nor");
        assertThat(store.cards()).isEmpty();
    }

    private Path zip(String name) throws IOException {
        return TinyModels.wheel(temporary.resolve(name), members);
    }

    private Path tar(String name) throws IOException {
        Path path = temporary.resolve(name);
        try (TarArchiveOutputStream out = output(path)) {
            write(out);
        }
        return path;
    }

    private static TarArchiveOutputStream output(Path path) throws IOException {
        return new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
    }

    private void write(TarArchiveOutputStream out) throws IOException {
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), true);
            entry.setSize(member.getValue().length);
            out.putArchiveEntry(entry);
            out.write(member.getValue());
            out.closeArchiveEntry();
        }
    }

    private Path gzip(Path file, String name) throws IOException {
        Path path = temporary.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            Files.copy(file, out);
        }
        return path;
    }

    private void assertNothingElse(String... names) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsOnly(
                            Stream.concat(Stream.of(names), Stream.of(".locks"))
                                    .toArray(String[]::new));
        }
    }

    private static DragomanException refusal(ThrowingCallable work) {
        return catchThrowableOfType(DragomanException.class, work);
    }
}
