package org.dragoman.torch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What stands between two feed-forward layers. */
enum Activation {
    RELU(0, "relu", "relu"),
    /** x Φ(x). */
    GELU(1, "gelu", "gelu"),
    /** The same by the tanh that approximates it. */
    GELU_TANH(2, "gelu_new", "gelu_pytorch_tanh"),
    /** x σ(x). */
    SILU(3, "silu", "swish");

    private final long code;
    private final String name;
    private final String alias;

    Activation(long code, String name, String alias) {
        this.code = code;
        this.name = name;
        this.alias = alias;
    }

    /**
     * The activation a configuration names under this key.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable when it is none of these
     */
    static Activation named(ConfigFile config, String key) {
        List<String> known =
                Arrays.stream(values())
                        .flatMap(activation -> Stream.of(activation.name, activation.alias))
                        .distinct()
                        .toList();
        String named = config.oneOf(key, known);
        return Arrays.stream(values())
                .filter(a -> a.name.equals(named) || a.alias.equals(named))
                .findFirst()
                .orElseThrow();
    }

    /** What scripts call it. */
    long code() {
        return code;
    }
}
