package org.dragoman.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dragoman.digest.Digest;
import org.dragoman.digest.DigestRequest;
import org.dragoman.digest.Digester;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.TextBounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dragoman digest}: the main job on a file. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        description = "The clean article, a summary, and versions in other languages.")
final class DigestCommand implements Callable<Integer> {
    private final Digester digester;
    private final TextBounds bounds;
    private final Running running;
    private final Terminal terminal;

    @Mixin SourceOptions source = new SourceOptions();

    @Option(
            names = "--to",
            split = ",",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Languages of the versions: --to pt,de")
    List<LanguageTag> targets = List.of();

    @Mixin SummaryOptions summary = new SummaryOptions();

    @Mixin QualityOptions versions = new QualityOptions();

    @Option(names = "--json", description = "The answer in JSON, as POST /v1/digests gives it.")
    boolean json;

    DigestCommand(Digester digester, TextBounds bounds, Running running, Terminal terminal) {
        this.digester = digester;
        this.bounds = bounds;
        this.running = running;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DigestRequest.Order order =
                DigestRequest.of(
                                source.text(),
                                source.language,
                                versions.wanted(targets),
                                summary.request())
                        .order();
        bounds.check(List.of(order.text()), order.versions().targets().size());
        Digest digest = digester.digest(order, running.start(), 0);
        if (json) {
            terminal.json(digest);
        } else {
            new DigestPage(terminal).print(digest);
        }
        return 0;
    }
}
