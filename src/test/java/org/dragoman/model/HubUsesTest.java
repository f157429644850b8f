package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a folder is for, by its files and by what the operator says. */
class HubUsesTest {
    private static final String BART = "BartForConditionalGeneration";
    private static final String T5 = "T5ForConditionalGeneration";

    @TempDir Path temporary;

    @ParameterizedTest
    @CsvSource({
        "opus-mt-en-de, en, de",
        "Helsinki-NLP_opus-mt-pt_br-en, pt-BR, en",
        "opus-mt-tc-big-en-pt, en, pt",
        "opus-mt-eng-zho_Hant, en, zh-Hant"
    })
    void anOpusModelsNameTellsItsPair(String name, String from, String to) throws IOException {
        Uses uses = uses(HubFolders.of(temporary.resolve(name), "MarianMTModel"), Wish.NONE);

        assertThat(uses).isEqualTo(Uses.translating(tags(from), tags(to)));
    }

    @ParameterizedTest
    @CsvSource({"opus-mt-en-ROMANCE", "opus-mt-gmw-en", "opus-mt-mul-en", "opus-mt-en-jap", "mine"})
    void aGroupOfLanguagesIsAskedFor(String name) throws IOException {
        Path folder = HubFolders.of(temporary.resolve(name), "MarianMTModel");

        assertAsks(folder, Wish.NONE, "--from and --to");
        assertThat(uses(folder, languages("es", "en")).from()).isEqualTo(tags("es"));
    }

    @Test
    void aMarianModelOfSeveralTargetsWritesThoseItMarks() throws IOException {
        Path folder = HubFolders.of(temporary.resolve("opus-mt-en-ROMANCE"), "MarianMTModel");
        Path one = HubFolders.of(temporary.resolve("opus-mt-tc-big-en-pt"), "MarianMTModel");

        assertThat(uses(folder, tags("fr", "es")))
                .isEqualTo(Uses.translating(tags("en"), tags("fr", "es")));
        assertThat(uses(one, tags("pt", "pob")).to()).isEqualTo(tags("pt"));
    }

    @Test
    void aModelOfManyLanguagesTranslatesBetweenAllItMarks() throws IOException {
        Set<LanguageTag> marked = tags("en", "pt", "de");
        Path m2m = HubFolders.of(temporary.resolve("m2m"), "M2M100ForConditionalGeneration");
        Path one = mbart("mbart-large-50-many-to-one-mmt");
        Path many = mbart("mbart-large-50-one-to-many-mmt");

        assertThat(uses(m2m, marked)).isEqualTo(Uses.translating(marked, marked));
        assertThat(uses(one, marked)).isEqualTo(Uses.translating(marked, tags("en")));
        assertThat(uses(many, marked)).isEqualTo(Uses.translating(tags("en"), marked));
        assertAsks(m2m, Wish.NONE, "--from and --to");
    }

    @Test
    void aBartModelSaysWhatItIsForByItsNameOrItsParametersOrIsAskedFor() throws IOException {
        Uses english = Uses.summarizing(tags("en"), "");
        Path plain = HubFolders.of(temporary.resolve("bart-base"), BART);
        Path named = HubFolders.of(temporary.resolve("distilbart-xsum-12-6"), BART);
        Path tuned =
                HubFolders.of(
                        temporary.resolve("mine"),
                        BART,
                        ", \"task_specific_params\": {\"summarization\": {\"num_beams\": 4}}");

        assertThat(uses(named, Wish.NONE)).isEqualTo(english);
        assertThat(uses(tuned, Wish.NONE)).isEqualTo(english);
        assertAsks(plain, Wish.NONE, "--task");
        assertThat(uses(plain, task(ModelTask.SUMMARIZATION))).isEqualTo(english);
        assertThat(uses(plain, languages("pt", "en")).task()).isEqualTo(ModelTask.TRANSLATION);
        assertAsks(plain, task(ModelTask.EMBEDDING), "--task");
    }

    @Test
    void aT5ModelKeepsThePrefixOfItsTask() throws IOException {
        Path folder =
                HubFolders.of(
                        temporary.resolve("t5-small"),
                        T5,
                        ", \"task_specific_params\": {\"summarization\": {\"prefix\": \"sum: \"},",
                        "\"translation_en_to_de\": {\"prefix\": \"translate: \"}}");

        assertAsks(folder, Wish.NONE, "--task");
        assertThat(uses(folder, task(ModelTask.SUMMARIZATION)))
                .isEqualTo(Uses.summarizing(tags("en"), "sum: "));
        assertThat(uses(folder, languages("en", "de")).prefix()).isEqualTo("translate: ");
        assertThat(uses(folder, languages("en", "fr")).prefix()).isEmpty();
    }

    @Test
    void whatReadsManyLanguagesMustBeSaidOrStated() throws IOException {
        Path summarizer =
                HubFolders.of(temporary.resolve("mT5_xlsum"), "MT5ForConditionalGeneration");
        Path encoder = HubFolders.of(temporary.resolve("multilingual-e5-small"), "BertModel");
        assertAsks(summarizer, Wish.NONE, "--from");
        assertAsks(encoder, Wish.NONE, "--from");

        Files.writeString(
                encoder.resolve("README.md"),
                "---\nlanguage:\n- multilingual\n- pt\n- 'de'\nlicense: mit\n---\n# E5\n");
        Files.writeString(summarizer.resolve("README.md"), "---\r\nlanguage: [am, ar]\r\n---\r\n");

        assertThat(uses(encoder, Wish.NONE)).isEqualTo(Uses.embedding(tags("pt", "de"), "query: "));
        assertThat(uses(summarizer, Wish.NONE)).isEqualTo(Uses.summarizing(tags("am", "ar"), ""));
        assertAsks(encoder, languages("en", "pt"), "--to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "license: apache-2.0|apache-2.0",
                "license: other\\nlicense_name: house-licence|house-licence",
                "license: other|other",
                "license:\\n- mit\\n- gpl-3.0|mit",
                "license: \"a;b\"|unknown",
                "tags: [license]|unknown"
            })
    void theLicenceIsWhatTheReadMeStates(String head, String licence) {
        String text = "---\n" + head.replace("\\n", "\n") + "\n---\nlicense: gpl\n";

        assertThat(FrontMatter.of(text).licence().orElse(Upstream.UNKNOWN)).isEqualTo(licence);
    }

    private Path mbart(String name) throws IOException {
        return HubFolders.of(temporary.resolve(name), "MBartForConditionalGeneration");
    }

    private static void assertAsks(Path folder, Wish wish, String option) {
        assertThatThrownBy(() -> uses(folder, wish)).hasMessageContaining(option);
    }

    private static Uses uses(Path folder, Wish wish) throws IOException {
        return uses(folder, Set.of(), wish);
    }

    private static Uses uses(Path folder, Set<LanguageTag> marked) throws IOException {
        return uses(folder, marked, Wish.NONE);
    }

    private static Uses uses(Path folder, Set<LanguageTag> marked, Wish wish) throws IOException {
        HubFiles files = HubFiles.in(folder);
        String name = folder.getFileName().toString();
        return new HubUses(files, Architecture.of(files.config()), name, marked, wish).uses();
    }

    private static Wish task(ModelTask task) {
        return wish(Optional.of(task), Set.of(), Set.of());
    }

    private static Wish languages(String from, String to) {
        return wish(Optional.empty(), tags(from), tags(to));
    }

    private static Wish wish(Optional<ModelTask> task, Set<LanguageTag> from, Set<LanguageTag> to) {
        return new Wish(
                Optional.empty(),
                task,
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Set<LanguageTag> tags(String... tags) {
        return Set.copyOf(Arrays.stream(tags).map(LanguageTag::new).toList());
    }
}
