package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelSource;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;
import org.dragoman.web.Json;
import picocli.CommandLine;

/** A catalogue of pairs in several sizes, which lie in a folder, and {@code models} over it. */
final class PairsCatalogue {
    private static final String SUM_OF_ZEROS =
            "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53";
    private static final String SUM_OF_TWICE_AS_MANY =
            "2da42fb1d7bd8524e83d5a1e332bad697c8769ba430770a19bec630eb8ffcaa8";

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<ModelCard> cards = new ArrayList<>();
    private final Path temporary;

    PairsCatalogue(Path temporary) throws IOException {
        this.temporary = temporary;
        Path source = Files.createDirectories(temporary.resolve("source"));
        Files.write(source.resolve("small"), new byte[1000]);
        Files.write(source.resolve("large"), new byte[2000]);
        for (String pair : List.of("en-tr", "tr-en", "en-de", "de-en", "vi-en")) {
            cards.add(card(pair, "tiny", "MPL-2.0", 0.80));
        }
        for (String pair : List.of("en-tr", "tr-en", "en-de")) {
            cards.add(card(pair, "base", "MPL-2.0", 0.90));
        }
        cards.add(card("en-is", "tiny", "CC-BY-NC-4.0", 0.70));
    }

    CommandLine line(String directory, long budget) {
        ModelStore store =
                new ModelStore(
                        new Catalogue(cards),
                        temporary.resolve(directory),
                        false,
                        "no-such-python");
        ObjectMapper mapper = new ObjectMapper();
        new Json().customize(mapper);
        ModelPool pool =
                new ModelPool(
                        store, List.of(), Precisions.of(Precision.INT8), budget, Duration.ZERO);
        return ModelsLine.of(store, pool, mapper, out, err);
    }

    List<String> installed(String directory) {
        ModelStore store =
                new ModelStore(new Catalogue(cards), temporary.resolve(directory), false, "none");
        return store.cards().stream().filter(store::present).map(ModelCard::name).toList();
    }

    static String taken(StringWriter writer) {
        String text = writer.toString();
        writer.getBuffer().setLength(0);
        return text;
    }

    static ModelCard revised(ModelCard card) {
        Upstream now =
                new Upstream(
                        card.upstream().address(),
                        "7654321",
                        card.licence(),
                        card.upstream().published(),
                        card.variant());
        return new ModelCard(
                card.name(),
                card.family(),
                card.uses(),
                card.files(),
                card.source(),
                now,
                null,
                false);
    }

    private ModelCard card(String pair, String variant, String licence, double comet) {
        String[] languages = pair.split("-", -1);
        boolean large = variant.equals("base");
        return new ModelCard(
                "m-" + pair + "-" + variant,
                "bergamot",
                Uses.translating(
                        Set.of(new LanguageTag(languages[0])),
                        Set.of(new LanguageTag(languages[1]))),
                List.of(
                        new ModelFile(
                                ModelFile.Role.WEIGHTS,
                                "weights.bin",
                                large ? "large" : "small",
                                large ? SUM_OF_TWICE_AS_MANY : SUM_OF_ZEROS,
                                large ? 2000 : 1000)),
                new ModelSource.Folder(temporary.resolve("source")),
                new Upstream(
                        "https://example.org",
                        "1234567",
                        licence,
                        new Upstream.Published(30.0, comet),
                        variant),
                null,
                false);
    }
}
