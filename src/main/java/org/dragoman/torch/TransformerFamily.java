package org.dragoman.torch;

import java.util.Arrays;
import java.util.List;

/**
 * The families of encoder-decoder transformers one script computes, and where they differ. What a
 * configuration says of norms beyond that is left over from older versions and changes nothing.
 */
enum TransformerFamily {
    MARIAN("MarianMTModel", "marian", Places.SINUSOIDS),
    BART("BartForConditionalGeneration", "bart", Places.LEARNED),
    MBART("MBartForConditionalGeneration", "mbart", Places.LEARNED),
    PEGASUS("PegasusForConditionalGeneration", "pegasus", Places.SINUSOIDS),
    /** M2M100 and NLLB. */
    M2M100("M2M100ForConditionalGeneration", "m2m_100", Places.SHIFTED_SINUSOIDS);

    private final String architecture;
    private final String modelType;
    private final Places places;

    TransformerFamily(String architecture, String modelType, Places places) {
        this.architecture = architecture;
        this.modelType = modelType;
        this.places = places;
    }

    /** How a token's place in its row becomes a vector. */
    enum Places {
        /** A table in the file, of which the first two rows are not used. */
        LEARNED,
        /** Vaswani et al. 2017, sines and cosines in halves. */
        SINUSOIDS,
        /** The same at rates of tensor2tensor, counted from the padding's id plus one. */
        SHIFTED_SINUSOIDS
    }

    /** Every {@code model_type} of these families. */
    static List<String> types() {
        return Arrays.stream(values()).map(family -> family.modelType).toList();
    }

    /**
     * The family of a configuration.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the architecture,
     *     when it is none of these
     */
    static TransformerFamily of(ConfigFile config) {
        List<String> types = types();
        String type = config.oneOf("model_type", types);
        TransformerFamily family = values()[types.indexOf(type)];
        config.architecture(family.architecture);
        return family;
    }

    /** Norms before each block rather than after it. */
    boolean normsFirst() {
        return this == MBART || this == PEGASUS || this == M2M100;
    }

    /** A norm of what goes into the first layer. */
    boolean normsEmbeddings() {
        return this == BART || this == MBART;
    }

    /** A norm of what comes out of the last layer. */
    boolean normsLast() {
        return normsFirst();
    }

    Places places() {
        return places;
    }

    /** Whether embeddings are multiplied by the root of the width unless the file says. */
    boolean scales() {
        return this == M2M100;
    }

    /** The activation unless the file says. */
    Activation activation() {
        return this == M2M100 ? Activation.RELU : Activation.GELU;
    }
}
