package org.dragoman.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.Negotiation;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.dragoman.model.ModelStatus;
import org.dragoman.web.ModelsResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dragoman models list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "The models on disk and the default models; with --all or a language every model the"
                    + " service knows.",
            "A size is what it takes on disk, BLEU and COMET are the publisher's own figures."
        })
final class ModelsListCommand implements Callable<Integer> {
    private final ModelPool pool;
    private final ObjectMapper mapper;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--all", description = "Those that are not on disk too.")
    boolean all;

    @Option(
            names = "--from",
            split = ",",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Those that read one of these languages.")
    List<LanguageTag> from = List.of();

    @Option(
            names = "--to",
            split = ",",
            paramLabel = "LANG",
            converter = TagConverter.class,
            description = "Those that write one of these languages.")
    List<LanguageTag> to = List.of();

    @Option(names = "--json", description = "In the form of GET /v1/models.")
    boolean json;

    ModelsListCommand(ModelPool pool, ObjectMapper mapper) {
        this.pool = pool;
        this.mapper = mapper;
    }

    @Override
    public Integer call() {
        Answer answer = new Answer(spec, mapper);
        Set<String> defaults =
                pool.cards().stream()
                        .filter(ModelCard::preset)
                        .map(ModelCard::name)
                        .collect(Collectors.toSet());
        List<ModelStatus> known = pool.statuses();
        List<ModelStatus> shown =
                known.stream()
                        .filter(model -> asked(model) && (wide() || near(model, defaults)))
                        .toList();
        if (json) {
            answer.json(ModelsResource.Models.of(shown));
            return 0;
        }
        answer.print(ModelTable.render(shown));
        if (!wide() && shown.size() < known.size()) {
            answer.note(known.size() + " models are known: --all, --from and --to list more.");
        }
        return 0;
    }

    private boolean wide() {
        return all || !from.isEmpty() || !to.isEmpty();
    }

    private boolean asked(ModelStatus model) {
        return any(from, model.from()) && any(to, model.to());
    }

    private static boolean near(ModelStatus model, Set<String> defaults) {
        return model.state() != ModelState.AVAILABLE || defaults.contains(model.name());
    }

    private static boolean any(Collection<LanguageTag> wanted, Collection<LanguageTag> offered) {
        return wanted.isEmpty()
                || wanted.stream().anyMatch(tag -> Negotiation.best(tag, offered).isPresent());
    }
}
