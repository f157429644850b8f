package org.dragoman.torch;

import jakarta.enterprise.context.ApplicationScoped;
import org.dragoman.model.InstalledModel;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.Precision;
import org.dragoman.model.Tokenizer;

/**
 * Loads models of the family {@code sentence-transformer}: a BERT-type encoder whose sentence
 * vector is the mean over its tokens. Weights are held in float32 whatever is asked for.
 * Thread-safe.
 */
@ApplicationScoped
class SentenceTransformerLoader implements ModelLoader {
    private static final String FAMILY = "sentence-transformer";

    @Override
    public boolean runs(ModelCard card) {
        return card.family().equals(FAMILY);
    }

    @Override
    public LoadedModel load(InstalledModel installed, Precision precision) {
        Tokenizer tokenizer = HubTokenizer.load(installed.directory(), "");
        try {
            SentenceEncoder encoder =
                    SentenceEncoder.load(
                            installed.file(ModelFile.Role.CONFIG),
                            installed.file(ModelFile.Role.WEIGHTS),
                            installed.card().from());
            return new LoadedModel.Embedding(
                    tokenizer, encoder, Precision.FP32, encoder.nativeBytes());
        } catch (RuntimeException failure) {
            tokenizer.close();
            throw failure;
        }
    }
}
