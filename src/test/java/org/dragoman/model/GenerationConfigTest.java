package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Stopping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GenerationConfigTest {
    private static final String IDS = "'decoder_start_token_id': 9, 'eos_token_id': 2, ";

    private static final String REFUSED =
            """
            'num_beams': 0 ; 'num_beams': 1.5 ; 'num_beams': true ; 'num_beams': 1e10 ;
            'num_return_sequences': 2 ; 'num_return_sequences': 0 ; 'early_stopping': 'no' ;
            'early_stopping': 1 ; 'length_penalty': 'long' ; 'max_length': -1 ;
            'max_new_tokens': 0 ; 'min_length': -1 ; 'min_new_tokens': 'few' ;
            'repetition_penalty': 0 ; 'encoder_repetition_penalty': -1 ;
            'no_repeat_ngram_size': -3 ; 'bad_words_ids': 7 ; 'bad_words_ids': [7] ;
            'bad_words_ids': [[]] ; 'bad_words_ids': [[-1]] ; 'suppress_tokens': ['x'] ;
            'begin_suppress_tokens': {} ; 'forced_bos_token_id': [1, 2] ;
            'forced_eos_token_id': -1 ; 'renormalize_logits': 1 ; 'eos_token_id': [] ;
            'eos_token_id': null ; 'decoder_start_token_id': null ; 'pad_token_id': 'pad' ;
            'do_sample': true ; 'num_beam_groups': 2 ; 'diversity_penalty': 0.5 ;
            'penalty_alpha': 0.6 ; 'guidance_scale': 1.5 ; 'force_words_ids': [[3]] ;
            'constraints': [1] ; 'prompt_lookup_num_tokens': 3 ; 'max_time': 2.5 ;
            'sequence_bias': [[[1], 2.0]] ; 'exponential_decay_length_penalty': [5, 1.1]""";

    @TempDir Path directory;

    @Test
    void everyOptionOfTheFileIsRead() throws IOException {
        SearchOptions search =
                config(
                                """
                                {'decoder_start_token_id': 9, 'eos_token_id': [2, 5], 'pad_token_id': 1,
                                 'max_length': 24, 'min_length': 3, 'num_beams': 4,
                                 'num_return_sequences': 2, 'length_penalty': 2, 'early_stopping': true,
                                 'repetition_penalty': 1.5, 'encoder_repetition_penalty': 0.5,
                                 'no_repeat_ngram_size': 3, 'encoder_no_repeat_ngram_size': 4,
                                 'bad_words_ids': [[7], [8, 9]], 'suppress_tokens': [6],
                                 'begin_suppress_tokens': [4], 'forced_bos_token_id': 11,
                                 'forced_eos_token_id': 2, 'renormalize_logits': true}""")
                        .search();

        assertThat(search)
                .isEqualTo(
                        new SearchOptions(
                                new SearchOptions.Ids(OptionalInt.of(9), List.of(2, 5), 1),
                                new Lengths(OptionalInt.empty(), OptionalInt.of(24), 0, 3),
                                new Beam(4, 2, 2, Stopping.WHEN_FULL),
                                new SearchOptions.Repetition(0.5, 1.5, 3, 4),
                                new SearchOptions.Bans(
                                        List.of(List.of(7), List.of(8, 9)), List.of(6), List.of(4)),
                                new SearchOptions.Forced(OptionalInt.of(11), OptionalInt.of(2)),
                                true,
                                SearchOptions.Outputs.IDS));
        assertThat(search.named()).containsExactlyInAnyOrder(9, 11, 2, 2, 5, 6, 4, 7, 8, 9);
    }

    @Test
    void whatNoFileSaysIsAsTheLibraryHasIt() throws IOException {
        SearchOptions search = config("{'bos_token_id': 9, 'eos_token_id': 2}").search();

        assertThat(search.ids()).isEqualTo(new SearchOptions.Ids(OptionalInt.of(9), List.of(2), 2));
        assertThat(search.beam()).isEqualTo(Beam.GREEDY);
        assertThat(search.lengths())
                .isEqualTo(new Lengths(OptionalInt.of(20), OptionalInt.empty(), 0, 0));
        assertThat(search.repetition()).isEqualTo(SearchOptions.Repetition.FREE);
        assertThat(search.bans()).isEqualTo(SearchOptions.Bans.NONE);
        assertThat(search.forced()).isEqualTo(SearchOptions.Forced.NOTHING);
        assertThat(search.renormalise()).isFalse();
    }

    @Test
    void aCallReplacesTheDefaultsAndNullSwitchesThemOff() throws IOException {
        GenerationConfig config =
                config(
                        "{"
                                + IDS
                                + "'bad_words_ids': [[7]], 'num_beams': 4, 'early_stopping': true,"
                                + " 'forced_eos_token_id': 2}");

        SearchOptions search =
                config.with(
                                json(
                                        "{'bad_words_ids': [[8, 9]], 'forced_eos_token_id': null,"
                                                + " 'early_stopping': 'never'}"))
                        .search();

        assertThat(search.bans().words()).containsExactly(List.of(8, 9));
        assertThat(search.forced().last()).isEmpty();
        assertThat(search.beam()).isEqualTo(new Beam(4, 1, 1, Stopping.WHEN_IMPOSSIBLE));
        assertThat(config.search().beam().stopping()).isEqualTo(Stopping.WHEN_FULL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {} | 20 | -1",
                "{'max_length': 20} | {} | 20 | -1",
                "{'max_length': 20} | {'max_length': 20} | -1 | 20",
                "{'max_length': 21} | {} | -1 | 21",
                "{'max_length': 21} | {'max_new_tokens': 5} | 5 | -1",
                "{'max_new_tokens': 5} | {'max_length': 7} | 5 | -1",
                "{'max_length': 21} | {'max_length': null} | -1 | -1"
            })
    void theLongestTargetIsCountedAsTheLibraryCounts(
            String file, String call, int mostNew, int most) throws IOException {
        Lengths lengths = config(withIds(file)).with(json(call)).search().lengths();

        assertThat(lengths.mostNew().orElse(-1)).isEqualTo(mostNew);
        assertThat(lengths.most().orElse(-1)).isEqualTo(most);
    }

    @Test
    void aMinimumOfNewIdsTakesThePlaceOfTheOther() throws IOException {
        Lengths lengths =
                config(withIds("{'min_length': 30, 'min_new_tokens': 5}")).search().lengths();

        assertThat(lengths.leastNew()).isEqualTo(5);
        assertThat(lengths.least()).isZero();
    }

    @Test
    void olderCheckpointsHaveTheirOptionsInTheModelsOwnFile() throws IOException {
        write(
                "config.json",
                "{'model_type': 'bart', 'num_beams': 4, 'force_bos_token_to_be_generated': true,"
                        + " 'forced_eos_token_id': null, 'max_length': 30}");

        SearchOptions search = GenerationConfig.read(directory).search();

        assertThat(search.ids()).isEqualTo(new SearchOptions.Ids(OptionalInt.of(2), List.of(2), 1));
        assertThat(search.beam().width()).isEqualTo(4);
        assertThat(search.lengths().most()).hasValue(30);
        assertThat(search.forced())
                .isEqualTo(new SearchOptions.Forced(OptionalInt.of(0), OptionalInt.empty()));
    }

    @Test
    void theModelsOwnFileCountsOnlyWithoutTheOther() throws IOException {
        write("config.json", "{'model_type': 'bart', 'num_beams': 6, 'min_length': 9}");
        write("generation_config.json", withIds("{}"));

        SearchOptions search = GenerationConfig.read(directory).search();

        assertThat(search.beam().width()).isEqualTo(1);
        assertThat(search.lengths().least()).isZero();
        assertThat(search.forced().last()).isEmpty();
    }

    @Test
    void aTaskHasItsOwnDefaults() throws IOException {
        write(
                "config.json",
                "{'task_specific_params': {'summarization': {'num_beams': 4, 'max_length': 142}}}");
        write("generation_config.json", withIds("{'num_beams': 2, 'min_length': 5}"));
        GenerationConfig config = GenerationConfig.read(directory);

        SearchOptions search = config.task("summarization").search();

        assertThat(search.beam().width()).isEqualTo(4);
        assertThat(search.lengths().most()).hasValue(142);
        assertThat(search.lengths().least()).isEqualTo(5);
        assertThat(config.task("translation").search()).isEqualTo(config.search());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeUsedIsRefusedByName(String option) throws IOException {
        GenerationConfig config = config(withIds("{}")).with(json("{" + option + "}"));

        assertThatThrownBy(config::search)
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageStartingWith("options: " + option.split("'", -1)[1] + " ");
    }

    static List<String> refused() {
        return List.of(REFUSED.strip().split("\\s*;\\s+"));
    }

    @Test
    void whatIsSwitchedOffOrOnlyReadBySamplingIsNoObstacle() throws IOException {
        GenerationConfig config =
                config(
                        withIds(
                                "{'do_sample': false, 'num_beam_groups': 1, 'temperature': 0.7,"
                                        + " 'top_k': 5, 'diversity_penalty': 0.0,"
                                        + " 'force_words_ids': null, 'constraints': [],"
                                        + " 'transformers_version': '4.0', 'guidance_scale': 1}"));

        assertThat(config.search().beam()).isEqualTo(Beam.GREEDY);
    }

    @Test
    void aRefusalNamesTheFileTheValueIsFrom() throws IOException {
        write("config.json", "{'task_specific_params': {'summarization': {'num_beams': 'x'}}}");
        write("generation_config.json", withIds("{'min_length': 'y'}"));
        GenerationConfig config = GenerationConfig.read(directory);

        assertThatThrownBy(config::search)
                .hasMessageStartingWith("generation_config.json: min_len");
        assertThatThrownBy(config.task("summarization").with(json("{'min_length': 1}"))::search)
                .hasMessageStartingWith("config.json: num_beams");
    }

    private GenerationConfig config(String file) throws IOException {
        write("config.json", "{'num_beams': 6}");
        write("generation_config.json", file);
        return GenerationConfig.read(directory);
    }

    private static String withIds(String file) {
        return file.replaceFirst(
                "\\{", "{" + (file.equals("{}") ? IDS.replaceAll(", $", "") : IDS));
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(directory.resolve(name), json.replace('\'', '"'));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
