package org.dragoman.torch;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.GenerationConfig;
import org.dragoman.model.InstalledModel;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.ModelTask;
import org.dragoman.model.Precision;
import org.dragoman.model.PrecisionChoice;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Tokenizer;

/**
 * Loads models that write, from the files the hub has of them: Marian, BART, mBART, PEGASUS,
 * M2M100, NLLB, T5 and mT5, by the {@code config.json} beside the weights. Thread-safe.
 */
@ApplicationScoped
class HubLoader implements ModelLoader {
    private static final Set<String> FAMILIES =
            Set.of("marian", "bart", "mbart", "pegasus", "m2m_100", "t5", "mt5");

    @Override
    public boolean runs(ModelCard card) {
        return FAMILIES.contains(card.family());
    }

    @Override
    public LoadedModel load(InstalledModel installed, Precision precision) {
        Path directory = installed.directory();
        SearchOptions search = search(installed);
        Tokenizer tokenizer = HubTokenizer.load(directory, installed.card().prefix());
        try {
            SequenceModel model = TransformerModel.load(directory, precision);
            NativeMemory.loaded();
            return new LoadedModel.Writing(
                    tokenizer, model, search, precision, model.limits().nativeBytes());
        } catch (RuntimeException failure) {
            tokenizer.close();
            throw failure;
        }
    }

    @Override
    public Set<LanguageTag> languages(Path folder) {
        try (Tokenizer tokenizer = HubTokenizer.load(folder, "")) {
            return tokenizer.languages();
        }
    }

    @Override
    public PrecisionChoice usual(ModelCard card) {
        return Processor.usual();
    }

    @Override
    public long expectedBytes(InstalledModel installed, Precision precision) {
        return CheckpointSize.in(installed.directory(), precision);
    }

    /** What a summarizer was tuned for stands in its parameters for the task. */
    private static SearchOptions search(InstalledModel installed) {
        GenerationConfig config = GenerationConfig.read(installed.directory());
        ModelTask task = installed.card().task();
        return (task == ModelTask.SUMMARIZATION ? config.task(task.code()) : config).search();
    }
}
