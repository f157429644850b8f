package org.dragoman.torch;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Set;
import org.dragoman.model.InstalledModel;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile.Role;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.Precision;
import org.dragoman.model.PrecisionChoice;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Loads Bergamot student models. Thread-safe. */
@ApplicationScoped
public class BergamotLoader implements ModelLoader {

    private static final String FAMILY = "bergamot";

    @Override
    public boolean runs(ModelCard card) {
        return card.family().equals(FAMILY);
    }

    @Override
    public LoadedModel load(InstalledModel installed, Precision precision) {
        MarianFile weights = new MarianFile(installed.file(Role.WEIGHTS));
        Tokenizer tokenizer = tokenizer(installed);
        try {
            SequenceModel model = BergamotModel.load(weights, shortlist(installed), precision);
            NativeMemory.loaded();
            return new LoadedModel.Writing(
                    tokenizer,
                    model,
                    SearchOptions.greedy(BergamotModel.EOS, BergamotModel.EOS),
                    precision,
                    model.limits().nativeBytes());
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    @Override
    public Set<Precision> precisions(ModelCard card) {
        return Set.of(Precision.INT8, Precision.FP32);
    }

    @Override
    public PrecisionChoice usual(ModelCard card) {
        return new PrecisionChoice(Precision.INT8, "its weights are stored so");
    }

    private static Tokenizer tokenizer(InstalledModel installed) {
        return installed.card().has(Role.VOCABULARY)
                ? SentencePieceTokenizer.load(installed.file(Role.VOCABULARY))
                : SentencePieceTokenizer.load(
                        installed.file(Role.SOURCE_VOCABULARY),
                        installed.file(Role.TARGET_VOCABULARY));
    }

    private static @Nullable Path shortlist(InstalledModel installed) {
        return installed.card().has(Role.SHORTLIST) ? installed.file(Role.SHORTLIST) : null;
    }
}
