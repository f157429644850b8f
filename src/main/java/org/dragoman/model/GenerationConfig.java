package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.SearchOptions.Bans;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Forced;
import org.dragoman.model.SearchOptions.Ids;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Outputs;
import org.dragoman.model.SearchOptions.Repetition;
import org.dragoman.model.SearchOptions.Stopping;

/**
 * How a model in the hub's layout is searched by default, from its {@code generation_config.json},
 * and what a call asks for instead. Values mean what they mean to {@code generate()} of
 * transformers 4.57. Options of other kinds of search are refused when they are switched on: {@code
 * do_sample}, since greedy search would give another answer than was meant, and those of {@link
 * OtherSearches}. What only such a search would read ({@code temperature}, {@code top_k}) is
 * ignored, and so is {@code remove_invalid_values}: a model that gives no NaN does not need it.
 * Immutable.
 */
public final class GenerationConfig {
    private static final String FILE = "generation_config.json";
    private static final String MODEL_FILE = "config.json";

    /** Ids of a target when nothing says how many, the prompt not counted. */
    private static final int DEFAULT_LENGTH = 20;

    private final JsonNode model;
    private final OptionValues values;

    /** Whether it was a call that said how long a target may be. */
    private final boolean asked;

    private GenerationConfig(JsonNode model, OptionValues values, boolean asked) {
        this.model = model;
        this.values = values;
        this.asked = asked;
    }

    /**
     * Reads the defaults of a model: {@code generation_config.json}, or the keys of {@code
     * config.json} that older checkpoints have instead.
     *
     * @throws DragomanException model-unavailable, naming the file, when it cannot be read
     */
    public static GenerationConfig read(Path directory) {
        JsonNode model = JsonFile.read(directory.resolve(MODEL_FILE));
        Path file = directory.resolve(FILE);
        OptionValues values =
                Files.exists(file)
                        ? new OptionValues(FILE, JsonFile.read(file))
                        : new OptionValues(MODEL_FILE, LegacyOptions.of(model));
        return new GenerationConfig(model, values, false);
    }

    /**
     * The defaults for a task, such as {@code summarization}: {@code task_specific_params} of
     * {@code config.json} over the others, which is what the pipelines of transformers do.
     */
    public GenerationConfig task(String name) {
        JsonNode params = model.path("task_specific_params").path(name);
        return new GenerationConfig(model, values.with(MODEL_FILE, params), asked);
    }

    /**
     * The same with the options of a call: each replaces the default, null switches it off.
     *
     * @param options an object; keys that are no options are ignored
     */
    public GenerationConfig with(JsonNode options) {
        boolean length = asked || options.has("max_length");
        return new GenerationConfig(model, values.with("options", options), length);
    }

    /**
     * The options of the search.
     *
     * @throws DragomanException model-unavailable, naming the file and the key, when a value cannot
     *     be used or asks for another kind of search
     */
    public SearchOptions search() {
        OtherSearches.refuse(values);
        return new SearchOptions(
                ids(),
                lengths(),
                beam(),
                new Repetition(
                        values.above(0, "encoder_repetition_penalty", 1),
                        values.above(0, "repetition_penalty", 1),
                        values.count("no_repeat_ngram_size", 0, 0),
                        values.count("encoder_no_repeat_ngram_size", 0, 0)),
                new Bans(
                        values.sequences("bad_words_ids"),
                        values.ids("suppress_tokens"),
                        values.ids("begin_suppress_tokens")),
                new Forced(values.id("forced_bos_token_id"), values.id("forced_eos_token_id")),
                values.flag("renormalize_logits"),
                Outputs.IDS);
    }

    private Ids ids() {
        OptionalInt start = values.id("decoder_start_token_id");
        if (start.isEmpty()) {
            start = values.id("bos_token_id");
        }
        if (start.isEmpty()) {
            throw values.refused("decoder_start_token_id", "is missing");
        }
        List<Integer> ends = values.ids("eos_token_id");
        if (ends.isEmpty()) {
            throw values.refused("eos_token_id", "is missing");
        }
        return new Ids(start, ends, values.id("pad_token_id").orElse(ends.get(0)));
    }

    /** A minimum of new ids takes the place of the other, also where it is lower. */
    private Lengths lengths() {
        OptionalInt leastNew = values.count("min_new_tokens", 0);
        int least = leastNew.isPresent() ? 0 : values.count("min_length", 0, 0);
        OptionalInt mostNew = values.count("max_new_tokens", 1);
        OptionalInt most = values.count("max_length", 1);
        // The library cannot tell a file's 20 from its own default, which counts new ids.
        if (mostNew.isEmpty() && !asked && most.orElse(DEFAULT_LENGTH) == DEFAULT_LENGTH) {
            mostNew = OptionalInt.of(DEFAULT_LENGTH);
        }
        return new Lengths(
                mostNew,
                mostNew.isPresent() ? OptionalInt.empty() : most,
                leastNew.orElse(0),
                least);
    }

    private Beam beam() {
        int width = values.count("num_beams", 1, 1);
        int answers = values.count("num_return_sequences", 1, 1);
        if (answers > width) {
            throw values.refused("num_return_sequences", "is above num_beams");
        }
        return new Beam(width, answers, values.number("length_penalty", 1), stopping());
    }

    private Stopping stopping() {
        JsonNode value = values.get("early_stopping");
        if (value.isTextual() && value.textValue().equals("never")) {
            return Stopping.WHEN_IMPOSSIBLE;
        }
        return values.flag("early_stopping") ? Stopping.WHEN_FULL : Stopping.WHEN_UNLIKELY;
    }
}
