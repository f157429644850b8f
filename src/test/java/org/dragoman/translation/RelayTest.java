package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Provenance;
import org.junit.jupiter.api.Test;

/** In which order the models of a call are asked, and what is held meanwhile. */
class RelayTest {
    private static final LanguageTag PT = LanguageTag.PORTUGUESE;

    private final SpelledModel model =
            new SpelledModel(PT, LanguageTag.ENGLISH, text -> text.replace('a', 'o'))
                    .also("en", "de", text -> text.replace('o', 'u'))
                    .also("en", "fr", text -> text.replace('o', 'i'))
                    .also("en", "zh", text -> text.replace('o', 'e').replace('.', '。'));

    @Test
    void theFirstModelIsAskedOnceForAllTargetsAndTheOthersTogether() {
        Translated<List<TextVersion>> done = texts("Uma casa.", "de", "fr", "en", "de-AT");

        assertThat(done.versions().get(0))
                .extracting(version -> ((TextVersion.Written) version).text())
                .containsExactly("Umu cusu.", "Umi cisi.", "Umo coso.", "Umu cusu.");
        assertThat(model.sent()).containsExactly("Uma casa.", "Umo coso.", "Umo coso.");
        assertThat(model.together())
                .containsExactly(
                        List.of("spelled-pt-en"),
                        List.of("spelled-en-de", "spelled-en-fr"),
                        List.of("spelled-en-de", "spelled-en-fr"));
        assertThat(done.models())
                .extracting(Provenance.Used::name)
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(model.leases()).isZero();
    }

    @Test
    void aCallThatNeedsMoreModelsThanThereIsRoomForIsDoneModelByModel() {
        List<List<TextVersion>> roomy = texts("Uma casa.", "de", "fr", "en", "zh").versions();
        List.of(model.sent(), model.together()).forEach(List::clear);
        model.withRoomFor(1);

        assertThat(texts("Uma casa.", "de", "fr", "en", "zh").versions()).isEqualTo(roomy);
        assertThat(model.together())
                .containsExactly(
                        List.of("spelled-pt-en"),
                        List.of("spelled-en-de"),
                        List.of("spelled-en-fr"),
                        List.of("spelled-en-zh"));
        assertThat(model.sent()).hasSize(4);
        assertThat(model.leases()).isZero();
    }

    @Test
    void whenTheSecondModelFailsTheCallFailsAndEveryLeaseIsGivenBack() {
        SpelledModel failing =
                new SpelledModel(PT, LanguageTag.ENGLISH, text -> text)
                        .also("en", "fr", text -> text)
                        .also(
                                "en",
                                "de",
                                text -> {
                                    throw DragomanException.queueFull(Duration.ofSeconds(1));
                                });
        Deadline deadline = deadline();
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(
                        () ->
                                failing.translator()
                                        .texts(
                                                List.of(new SourceText("Uma casa.", PT)),
                                                Wanted.flagged(tags("fr", "de")),
                                                deadline))
                .extracting(DragomanException::code)
                .isEqualTo(ErrorCode.QUEUE_FULL);
        assertThat(deadline.cancelled()).isTrue();
        assertThat(failing.leases()).isZero();
    }

    private Translated<List<TextVersion>> texts(String text, String... targets) {
        return model.translator()
                .texts(
                        List.of(new SourceText(text, PT)),
                        Wanted.flagged(tags(targets)),
                        deadline());
    }

    private static List<LanguageTag> tags(String... tags) {
        return Arrays.stream(tags).map(LanguageTag::new).toList();
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
