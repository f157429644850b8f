package org.dragoman.torch;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tokenizers of the transformers library that differ in more than their files. */
enum HubFamily {
    MARIAN,
    BART,
    MBART,
    MBART_50,
    PEGASUS,
    T5,
    M2M100,
    NLLB,
    XLM_ROBERTA,
    /** Everything its tokenizer.json says completely. */
    OTHER;

    private static final Map<String, HubFamily> BY_CLASS =
            Map.ofEntries(
                    Map.entry("marian", MARIAN),
                    Map.entry("bart", BART),
                    Map.entry("mbart", MBART),
                    Map.entry("mbart50", MBART_50),
                    Map.entry("pegasus", PEGASUS),
                    Map.entry("t5", T5),
                    Map.entry("mt5", T5),
                    Map.entry("m2m100", M2M100),
                    Map.entry("nllb", NLLB),
                    Map.entry("xlmroberta", XLM_ROBERTA));

    private static final Set<String> EVERYWHERE = Set.of("eos_token", "unk_token", "pad_token");

    private static final Map<HubFamily, Set<String>> ROLES =
            Map.of(
                    MBART, Set.of("bos_token", "sep_token", "cls_token", "mask_token"),
                    MBART_50, Set.of("sep_token", "cls_token", "mask_token"),
                    PEGASUS, Set.of("mask_token"),
                    M2M100, Set.of("bos_token", "sep_token"),
                    NLLB, Set.of("bos_token", "sep_token", "cls_token", "mask_token"),
                    XLM_ROBERTA, Set.of("bos_token", "sep_token", "cls_token", "mask_token"));

    /** By the class a configuration names: {@code MBart50TokenizerFast}. */
    static HubFamily ofClass(String name) {
        String stem = name.replaceFirst("Tokenizer(Fast)?$", "").toLowerCase(Locale.ROOT);
        return BY_CLASS.getOrDefault(stem, OTHER);
    }

    /** By {@code model_type}, where no class is named: {@code m2m_100}. */
    static HubFamily ofModel(String type) {
        return BY_CLASS.getOrDefault(type.replaceAll("[-_]", ""), OTHER);
    }

    /** The item of the vocabulary that marks the language with this code. */
    String mark(String code) {
        return this == M2M100 ? "__" + code + "__" : code;
    }

    /** Whether the family's class has an item with this role, such as {@code mask_token}. */
    boolean plays(String role) {
        return ROLES.getOrDefault(this, Set.of()).contains(role) || EVERYWHERE.contains(role);
    }

    /** Whether rows bear the id of their language. */
    boolean marksLanguages() {
        return this == MBART || this == MBART_50 || this == M2M100 || this == NLLB;
    }
}
