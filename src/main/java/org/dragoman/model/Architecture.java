package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The architectures of the hub that a folder may hold, and what each can be for. */
enum Architecture {
    MARIAN("marian", "MarianMTModel", ModelTask.TRANSLATION),
    BART("bart", "BartForConditionalGeneration"),
    MBART("mbart", "MBartForConditionalGeneration"),
    PEGASUS("pegasus", "PegasusForConditionalGeneration", ModelTask.SUMMARIZATION),
    /** NLLB too. */
    M2M_100("m2m_100", "M2M100ForConditionalGeneration", ModelTask.TRANSLATION),
    T5("t5", "T5ForConditionalGeneration"),
    MT5("mt5", "MT5ForConditionalGeneration"),
    BERT("bert", "BertModel", ModelTask.EMBEDDING),
    ROBERTA("roberta", "RobertaModel", ModelTask.EMBEDDING),
    XLM_ROBERTA("xlm-roberta", "XLMRobertaModel", ModelTask.EMBEDDING);

    private static final List<ModelTask> WRITING =
            List.of(ModelTask.SUMMARIZATION, ModelTask.TRANSLATION);

    private final String family;
    private final String type;
    private final @Nullable ModelTask only;

    /** One that is trained for any task that writes. */
    Architecture(String family, String type) {
        this(family, type, null);
    }

    Architecture(String family, String type, @Nullable ModelTask only) {
        this.family = family;
        this.type = type;
        this.only = only;
    }

    /** The family of a card, which is the {@code model_type} of the hub. */
    String family() {
        return family;
    }

    List<ModelTask> tasks() {
        return only == null ? WRITING : List.of(only);
    }

    /**
     * What a {@code config.json} describes: its {@code architectures}, or where it names none its
     * {@code model_type}.
     *
     * @throws DragomanException model-unavailable, with the name of an architecture that is not
     *     supported
     */
    static Architecture of(JsonNode config) {
        List<String> named = new ArrayList<>();
        config.path("architectures").forEach(each -> named.add(each.asText()));
        String family = config.path("model_type").asText();
        Optional<Architecture> known =
                Arrays.stream(values())
                        .filter(
                                each ->
                                        named.isEmpty()
                                                ? each.family.equals(family)
                                                : named.contains(each.type))
                        .findFirst();
        return known.orElseThrow(() -> unsupported(named.isEmpty() ? family : named.get(0)));
    }

    private static DragomanException unsupported(String name) {
        String shown = name.matches("[A-Za-z0-9_-]{1,64}") ? name : "named there";
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE,
                "config.json: the architecture "
                        + shown
                        + " is not supported; those that are: "
                        + Arrays.stream(values())
                                .map(each -> each.type)
                                .collect(Collectors.joining(", ")));
    }
}
