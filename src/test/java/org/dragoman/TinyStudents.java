package org.dragoman;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.CardFiles;
import org.dragoman.model.Checksum;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelFile.Role;
import org.dragoman.model.ModelSource;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;

/**
 * Whole student models in the published formats, small in vocabulary and of known behaviour: an
 * answer is its source in ROT13, letter by letter, the rest unchanged ({@link #answer}), or the
 * source itself where {@link Shape#swaps} is off. What they do not know becomes a question mark.
 */
public final class TinyStudents {
    private static final long SEED = 7;

    /** Bytes that stand for what is never loaded. */
    private static final int HOLLOW = 3000;

    private TinyStudents() {}

    /**
     * What a student is made of.
     *
     * @param width 256, 384 or 512
     * @param ffn 1536 or 2048
     * @param decoders 2 or 4
     * @param shared whether source and target have one vocabulary file and one table
     * @param quality whether there is a file that tells quality, which nobody reads
     * @param swaps whether letters are swapped; else the source is copied
     */
    public record Shape(
            int width, int ffn, int decoders, boolean shared, boolean quality, boolean swaps) {
        /** The smallest, with a shared vocabulary: 9 MB, 60 KB when packed. */
        public static final Shape TINY = new Shape(256, 1536, 2, true, false, true);

        /** The smallest with two vocabularies. */
        public static final Shape SPLIT = new Shape(256, 1536, 2, false, false, true);

        /** The smallest; it copies its source. */
        public static final Shape COPYING = new Shape(256, 1536, 2, true, false, false);

        String architecture(int source, int target) {
            return """
            dec-cell: ssru
            dec-depth: %d
            dim-emb: %d
            dim-vocabs:
              - %d
              - %d
            enc-depth: 6
            tied-embeddings: %b
            tied-embeddings-all: %b
            transformer-decoder-autoreg: rnn
            transformer-dim-ffn: %d
            transformer-ffn-activation: relu
            transformer-heads: 8
            transformer-postprocess: dan
            transformer-preprocess: ""
            type: transformer
            """
                    .formatted(decoders, width, source, target, !shared, shared, ffn);
        }
    }

    /** What a student that swaps writes for a text of pieces it knows. */
    public static String answer(String source) {
        return StudentPieces.rotated(source);
    }

    /** Writes the files of a student into a directory, under their published names. */
    public static List<Path> write(Path directory, String from, String to, Shape shape)
            throws IOException {
        Files.createDirectories(directory);
        String pair = from + to;
        StudentPieces source = StudentPieces.usual();
        StudentPieces target = shape.shared() ? source : source.reversed();
        List<Path> files = new ArrayList<>();
        files.add(
                new StudentWeights(shape, SEED)
                        .items(source, target)
                        .write(directory.resolve("model." + pair + ".intgemm.alphas.bin")));
        if (shape.shared()) {
            files.add(source.write(directory.resolve("vocab." + pair + ".spm")));
        } else {
            files.add(source.write(directory.resolve("srcvocab." + pair + ".spm")));
            files.add(target.write(directory.resolve("trgvocab." + pair + ".spm")));
        }
        Path lists = directory.resolve("lex.50.50." + pair + ".s2t.bin");
        files.add(Files.write(lists, StudentShortlist.bytes(source, target)));
        if (shape.quality()) {
            Path quality = directory.resolve("qualityModel." + pair + ".bin");
            files.add(Files.write(quality, "never read".getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }

    /** Writes the vocabulary of all students alone, a SentencePiece file. */
    public static Path vocabulary(Path file) throws IOException {
        return StudentPieces.usual().write(file);
    }

    /** Writes files of the published names, a few KB in all, which no runtime can load. */
    public static List<Path> writeHollow(Path directory, String from, String to)
            throws IOException {
        Files.createDirectories(directory);
        String pair = from + to;
        List<Path> files = new ArrayList<>();
        for (String name :
                List.of(
                        "model." + pair + ".intgemm.alphas.bin",
                        "vocab." + pair + ".spm",
                        "lex.50.50." + pair + ".s2t.bin")) {
            byte[] content = new byte[HOLLOW];
            new Random(name.hashCode()).nextBytes(content);
            files.add(Files.write(directory.resolve(name), content));
        }
        return files;
    }

    /** The card of files that lie in one directory; their members are their names. */
    public static ModelCard card(
            String name, String from, String to, List<Path> files, ModelSource source)
            throws IOException {
        List<ModelFile> described = new ArrayList<>();
        for (Path file : files) {
            String path = String.valueOf(file.getFileName());
            Checksum content = StudentContent.checksum(Files.readAllBytes(file));
            described.add(new ModelFile(role(path), path, path, content, null));
        }
        return card(name, Uses.translating(tags(from), tags(to)), described, source);
    }

    /** A model directory that is ready: {@link Shape#TINY} and its card. */
    public static ModelCard install(Path models, String name, String from, String to)
            throws IOException {
        return install(models.resolve(name), from, to, Shape.TINY);
    }

    /** A model directory that is ready, named as the model is to be. */
    public static ModelCard install(Path directory, String from, String to, Shape shape)
            throws IOException {
        List<Path> files = write(directory, from, to, shape);
        String name = String.valueOf(directory.getFileName());
        ModelSource folder = new ModelSource.Folder(directory.toAbsolutePath());
        ModelCard card = card(name, from, to, files, folder);
        CardFiles.write(directory, card);
        return card;
    }

    /**
     * What a publisher serves: the files of a directory as {@code
     * models/<variant>/<pair>/<name>.gz} below a root.
     *
     * @param base the address at which the root is served
     * @return the card, with the checksums of what is packed and of what is in it
     */
    public static ModelCard serve(Path root, URI base, Served student) throws IOException {
        String pair = student.from + student.to;
        String folder = "models/" + student.variant + "/" + pair + "/";
        Path served = Files.createDirectories(root.resolve(folder));
        List<ModelFile> described = new ArrayList<>();
        for (Path file : student.files) {
            String path = String.valueOf(file.getFileName());
            byte[] content = Files.readAllBytes(file);
            byte[] packed = StudentContent.gzip(content);
            Files.write(served.resolve(path + ".gz"), packed);
            described.add(
                    new ModelFile(
                            role(path),
                            path,
                            folder + path + ".gz",
                            StudentContent.checksum(content),
                            StudentContent.checksum(packed)));
        }
        String name = "firefox-" + student.from + "-" + student.to + "-" + student.variant;
        Uses uses = Uses.translating(tags(student.from), tags(student.to));
        return card(name, uses, described, new ModelSource.Web(base));
    }

    /**
     * A student that is to be served.
     *
     * @param variant tiny, base-memory or base
     * @param files as they were written
     */
    public record Served(String from, String to, String variant, List<Path> files) {}

    private static ModelCard card(
            String name, Uses uses, List<ModelFile> files, ModelSource source) {
        String variant =
                Stream.of("base-memory", "base")
                        .filter(size -> name.endsWith("-" + size))
                        .findFirst()
                        .orElse("tiny");
        String revision = "0123456789abcdef0123456789abcdef01234567";
        Upstream upstream =
                new Upstream("https://example.org/students", revision, "MPL-2.0", null, variant);
        return new ModelCard(name, "bergamot", uses, files, source, upstream, null, false);
    }

    private static Role role(String path) {
        return switch (path.substring(0, path.indexOf('.'))) {
            case "model" -> Role.WEIGHTS;
            case "lex" -> Role.SHORTLIST;
            case "srcvocab" -> Role.SOURCE_VOCABULARY;
            case "trgvocab" -> Role.TARGET_VOCABULARY;
            case "qualityModel" -> Role.QUALITY;
            default -> Role.VOCABULARY;
        };
    }

    private static Set<LanguageTag> tags(String tag) {
        return Set.of(new LanguageTag(tag));
    }
}
