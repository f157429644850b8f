package org.dragoman.torch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.dragoman.model.InstalledModel;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.Precision;
import org.dragoman.model.PrecisionChoice;
import org.dragoman.model.Tokenizer;

/**
 * Loads encoders of sentences, see {@link SentenceEncoder}. They are held in float32 unless their
 * card or the configuration asks for something else: on 400 English sentences int8 took 60 % of the
 * processor time, but its vectors of the default model had a cosine of only 0.994 to 0.998 with
 * those of float32; bf16 had 0.9999. Thread-safe.
 */
@ApplicationScoped
class SentenceTransformerLoader implements ModelLoader {
    private static final Set<String> FAMILIES =
            Set.of("sentence-transformer", "bert", "roberta", "xlm-roberta");

    @Override
    public boolean runs(ModelCard card) {
        return FAMILIES.contains(card.family());
    }

    @Override
    public PrecisionChoice usual(ModelCard card) {
        return new PrecisionChoice(Precision.FP32, "int8 would move its vectors");
    }

    @Override
    public long expectedBytes(InstalledModel installed, Precision precision) {
        return CheckpointSize.in(installed.directory(), precision);
    }

    @Override
    public LoadedModel load(InstalledModel installed, Precision precision) {
        ModelCard card = installed.card();
        Tokenizer tokenizer = HubTokenizer.load(installed.directory(), card.prefix());
        try {
            SentenceEncoder encoder =
                    SentenceEncoder.load(installed.directory(), precision, card.from());
            NativeMemory.loaded();
            return new LoadedModel.Embedding(tokenizer, encoder, precision, encoder.nativeBytes());
        } catch (RuntimeException failure) {
            tokenizer.close();
            throw failure;
        }
    }
}
