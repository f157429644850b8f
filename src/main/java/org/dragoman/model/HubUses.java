package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.language.LanguageTag;

/**
 * Tells from the files of a folder what its model is for. What an operator says goes before what
 * the files say; what neither says for certain is asked for, with the option that would say it.
 * Immutable.
 *
 * @param name of the folder, as its publisher chose it
 * @param marked the languages the tokenizer marks with ids of their own; empty for most
 */
record HubUses(
        HubFiles files,
        Architecture architecture,
        String name,
        Set<LanguageTag> marked,
        Wish wish) {
    private static final Pattern SUMMARIES =
            Pattern.compile(
                    "summar|cnn|xsum|samsum|xlsum|mlsum|multi_news|newsroom|billsum|pubmed|arxiv",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSLATIONS =
            Pattern.compile("translat|(one|many)-to-(one|many)|\\bmt\\b|\\bmmt\\b");
    private static final Pattern E5 = Pattern.compile("(^|[-_])e5([-_]|$)");

    /** Of what a publisher trains these on, English is all that was ever published. */
    private static final Set<Architecture> ENGLISH =
            Set.of(Architecture.BART, Architecture.PEGASUS, Architecture.T5);

    /**
     * The uses.
     *
     * @throws DragomanException invalid-field, naming the option that says what is not known
     */
    Uses uses() throws IOException {
        ModelTask task = task();
        if (task == ModelTask.TRANSLATION) {
            return translation();
        }
        if (!wish.to().isEmpty()) {
            throw ask("Only a translator has target languages: leave --to away");
        }
        Set<LanguageTag> from = readers(task);
        return task == ModelTask.SUMMARIZATION
                ? Uses.summarizing(from, prefix(task.code()))
                : Uses.embedding(
                        from, wish.prefix().orElse(E5.matcher(name).find() ? "query: " : ""));
    }

    private ModelTask task() {
        List<ModelTask> possible = architecture.tasks();
        Optional<ModelTask> told = wish.task();
        if (told.isPresent() && !possible.contains(told.get())) {
            throw ask("A model of the family " + architecture.family() + " is not for this --task");
        }
        return told.or(() -> possible.size() == 1 ? Optional.of(possible.get(0)) : certain())
                .orElseThrow(
                        () ->
                                ask(
                                        "The files do not tell what this model is for: say --task"
                                                + " summarization or --task translation"));
    }

    private Optional<ModelTask> certain() {
        boolean summaries = SUMMARIES.matcher(name).find() || onlySummaries();
        boolean translations =
                TRANSLATIONS.matcher(name).find() || !wish.to().isEmpty() || marked.size() > 1;
        if (summaries == translations) {
            return Optional.empty();
        }
        return Optional.of(summaries ? ModelTask.SUMMARIZATION : ModelTask.TRANSLATION);
    }

    private boolean onlySummaries() {
        JsonNode tasks = specific();
        return tasks.size() == 1 && tasks.has(ModelTask.SUMMARIZATION.code());
    }

    private JsonNode specific() {
        return files.config().path("task_specific_params");
    }

    private Set<LanguageTag> readers(ModelTask task) throws IOException {
        Set<LanguageTag> stated = wish.from().isEmpty() ? files.readMe().languages() : wish.from();
        if (stated.isEmpty() && task == ModelTask.SUMMARIZATION && ENGLISH.contains(architecture)) {
            return Set.of(LanguageTag.ENGLISH);
        }
        if (stated.isEmpty()) {
            throw ask("The files do not tell which languages this model reads: say --from");
        }
        return stated;
    }

    private Uses translation() {
        Set<LanguageTag> from = stated(wish.from(), sources());
        Set<LanguageTag> to = stated(wish.to(), targets());
        if (from.isEmpty() || to.isEmpty()) {
            throw ask("The files do not tell the languages of this model: say --from and --to");
        }
        boolean pair = from.size() == 1 && to.size() == 1;
        String task = pair ? "translation_" + only(from) + "_to_" + only(to) : "translation";
        return new Uses(ModelTask.TRANSLATION, from, to, prefix(task));
    }

    private Set<LanguageTag> sources() {
        return architecture == Architecture.MARIAN
                ? opus().from()
                : marked(name.contains("one-to-"));
    }

    private Set<LanguageTag> targets() {
        return architecture == Architecture.MARIAN
                ? stated(opus().to(), marked)
                : marked(name.contains("-to-one"));
    }

    private MarianLanguages opus() {
        return MarianLanguages.of(files.json("tokenizer_config.json"), name);
    }

    private static Set<LanguageTag> stated(Set<LanguageTag> first, Set<LanguageTag> otherwise) {
        return first.isEmpty() ? otherwise : first;
    }

    /** The one language of mBART's models that have one on a side is English. */
    private Set<LanguageTag> marked(boolean one) {
        return one ? Set.of(LanguageTag.ENGLISH) : marked;
    }

    private static String only(Set<LanguageTag> languages) {
        return languages.iterator().next().value();
    }

    private String prefix(String task) {
        return wish.prefix().orElse(specific().path(task).path("prefix").asText());
    }

    private static DragomanException ask(String question) {
        return DragomanException.invalidField("", question);
    }
}
