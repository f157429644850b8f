package org.dragoman.model;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where models lie, whether they may be fetched, and how much memory they may take. */
@ConfigMapping(prefix = "dragoman.models")
public interface ModelsConfig {
    /**
     * Directory of the installed models; {@code $DRAGOMAN_HOME/models} when absent, and {@code
     * ~/.local/share/dragoman/models} when that is not set either.
     */
    Optional<String> directory();

    /** Whether a default model that is missing may be fetched; off: no outgoing connection. */
    @WithDefault("true")
    boolean fetch();

    /** Files that are fetched at the same time. */
    @WithDefault("4")
    int downloads();

    /**
     * Other places for what is fetched, by the beginning of its address, which they replace; tried
     * in their order before the address itself: {@code
     * dragoman.models.mirrors."https://huggingface.co/"=https://mirror.example/hub/}.
     */
    Map<String, List<String>> mirrors();

    /**
     * Addresses of hubs, tried in their order; what {@code HF_ENDPOINT} of the environment says
     * when absent, and {@code https://huggingface.co} when that is not set either. They are sent
     * the token that {@code DRAGOMAN_HUB_TOKEN} or {@code HF_TOKEN} of the environment holds.
     */
    Optional<List<String>> hubs();

    /** How long a connection to a server may take. */
    @WithDefault("10S")
    Duration connectTimeout();

    /** A server that sends less than 1 KiB in this time is left for the next mirror. */
    @WithDefault("30S")
    Duration stallTimeout();

    /** How long a file waits, altogether, for a server that asks to be tried again later. */
    @WithDefault("2M")
    Duration busyTimeout();

    /** Memory outside the heap that loaded models may take together. */
    @WithDefault("768M")
    MemorySize memory();

    /** The command that runs Python with pip; used to fetch, never to run a model. */
    @WithDefault("python3")
    String python();

    /**
     * How the weights of all models are held where they can be: int8, bf16 or fp32. Absent, each is
     * held as suits its family and this machine: in int8 those that write, in fp32 encoders.
     */
    Optional<Precision> precision();

    /** The same for single models: {@code dragoman.models.precisions."all-minilm-l6-v2"=bf16}. */
    Map<String, Precision> precisions();

    /** How long a stop waits for models that are still used. */
    @WithDefault("30S")
    Duration closeTimeout();
}
