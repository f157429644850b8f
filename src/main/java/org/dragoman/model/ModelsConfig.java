package org.dragoman.model;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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
