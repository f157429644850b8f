package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Provenance;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Texts that go through English because no model goes the whole way. */
class PivotTest {
    private static final LanguageTag PT = LanguageTag.PORTUGUESE;

    private final SpelledModel model =
            new SpelledModel(PT, LanguageTag.ENGLISH, text -> text.replace('a', 'o'))
                    .also("en", "de", text -> text.replace('o', 'u'))
                    .also("en", "fr", text -> text.replace('o', 'i'))
                    .also("en", "zh", text -> text.replace('o', 'e').replace('.', '。'));

    @Test
    void whatTheOneModelWritesIsReadByTheNext() {
        TextVersion.Written version = written("Uma casa.  Duas casas.\n", "de");

        assertThat(version.text()).isEqualTo("Umu cusu.  Duus cusus.\n");
        assertThat(version.route()).containsExactly("spelled-pt-en", "spelled-en-de");
        assertThat(version.segments())
                .extracting(segment -> segment.source().in("Uma casa.  Duas casas.\n"))
                .containsExactly("Uma casa.", "Duas casas.");
        assertThat(version.segments())
                .extracting(segment -> segment.target().in(version.text()))
                .containsExactly("Umu cusu.", "Duus cusus.");
    }

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
    void severalSentencesOfThePivotStandForOneOfTheSource() {
        String source = "Uma casa grande. Fim.";
        SpelledModel two =
                new SpelledModel(
                                PT,
                                LanguageTag.ENGLISH,
                                text -> text.replace("casa ", "one. It is "))
                        .also("en", "de", text -> text.toUpperCase(Locale.ROOT))
                        .also("en", "zh", text -> text.replace('.', '。'));

        TextVersion.Written german = written(two, source, "de");
        assertThat(german.text()).isEqualTo("UMA ONE. IT IS GRANDE. FIM.");
        assertThat(two.sent())
                .containsExactly("Uma casa grande.", "Fim.", "Uma one.", "It is grande.", "Fim.");
        assertThat(german.segments()).hasSize(2);
        assertThat(german.segments().get(0).source().in(source)).isEqualTo("Uma casa grande.");
        assertThat(german.segments().get(0).target().in(german.text()))
                .isEqualTo("UMA ONE. IT IS GRANDE.");
        assertThat(written(two, source, "zh").text()).isEqualTo("Uma one。It is grande。Fim。");
    }

    @Test
    void aHeadlineInCapitalsIsReadByAllModelsAsASentence() {
        SpelledModel names =
                new SpelledModel(PT, LanguageTag.ENGLISH, text -> text.replace("silva", "Silva"))
                        .also("en", "tr", text -> text.replace("Silva", "silvi"));

        assertThat(written(names, "O MINISTRO SILVA SAIU", "tr").text())
                .isEqualTo("O MİNİSTRO SİLVİ SAİU");
        assertThat(names.sent()).containsExactly("O ministro silva saiu", "O ministro Silva saiu");
    }

    @Test
    void whatWasTakenOffTheSourceComesBackInTheTargetsForm() {
        assertThat(written("- “Casa”, disse Erdoğan;\ntem £5 😀", "de").text())
                .isEqualTo("- „Cusu“, disse Erduğun;\ntem £5 😀");
        assertThat(written("\"Casa\", disse.", "de").text()).isEqualTo("\"Cusu\", disse.");
    }

    @Test
    void aSentenceThatAModelOfTheWayCannotDoIsKeptWhole() {
        SpelledModel mute =
                new SpelledModel(PT, LanguageTag.ENGLISH, text -> text.startsWith("X") ? "" : text)
                        .also("en", "de", text -> text.startsWith("Y") ? " " : text.toUpperCase());
        TextVersion.Written version = written(mute, "Xa casa. Ya casa. Za casa.", "de");

        assertThat(version.text()).isEqualTo("Xa casa. Ya casa. ZA CASA.");
        assertThat(version.segments()).extracting(Segment::kept).containsExactly(true, true, false);
        assertThat(mute.sent())
                .containsExactly("Xa casa.", "Ya casa.", "Za casa.", "Ya casa.", "Za casa.");
    }

    @Test
    void aSentenceThatIsTooLongForEitherModelIsCountedAsSplit() {
        String text = "Uma casa, duas casas e muitas casas. Fim.";
        SpelledModel growing =
                new SpelledModel(
                                PT,
                                LanguageTag.ENGLISH,
                                t -> t.replace("Fim", "The end is here, and it is"))
                        .also("en", "de", t -> t.toUpperCase(Locale.ROOT));
        Version.Written version =
                (Version.Written)
                        growing.translator(24)
                                .versions(
                                        List.of(Part.of(Part.Kind.ARTICLE, text)),
                                        PT,
                                        List.of(new LanguageTag("de")),
                                        deadline())
                                .versions()
                                .get(0);
        assertThat(version.coverage()).isEqualTo(new Coverage(41, 41, 2));
        assertThat(version.article())
                .isEqualTo(
                        new Version.Body(
                                "UMA CASA, DUAS CASAS E MUITAS CASAS. THE END IS HERE, AND IT"
                                    + " IS."));
        assertThat(version.segments()).hasSize(2);
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
                                                tags("fr", "de"),
                                                deadline))
                .extracting(DragomanException::code)
                .isEqualTo(ErrorCode.QUEUE_FULL);
        assertThat(deadline.cancelled()).isTrue();
        assertThat(failing.leases()).isZero();
    }

    @Test
    void aTextIsTheSameAloneAndAmongOthersAndItsSpansAreExact() {
        Random random = new Random(3);
        List<String> sentences =
                List.of(
                        "Uma casa.",
                        "“A rua”, disse.",
                        "Há 3 ruas!",
                        "NOVA LEI",
                        "- a lista",
                        "2016");
        List<SourceText> texts =
                random.ints(Integer.getInteger("dragoman.cases", 500) / 10)
                        .mapToObj(
                                any ->
                                        sentences.get(random.nextInt(sentences.size()))
                                                + (random.nextBoolean() ? "\n\n" : " ")
                                                + sentences.get(random.nextInt(sentences.size())))
                        .map(text -> new SourceText(text, PT))
                        .toList();
        List<LanguageTag> targets = tags("de", "fr", "zh", "en");
        List<List<TextVersion>> together =
                model.translator().texts(texts, targets, deadline()).versions();

        for (int i = 0; i < texts.size(); i++) {
            String source = texts.get(i).text();
            assertThat(
                            model.translator()
                                    .texts(List.of(texts.get(i)), targets, deadline())
                                    .versions())
                    .containsExactly(together.get(i));
            for (TextVersion version : together.get(i)) {
                assertThat(((TextVersion.Written) version).segments())
                        .allSatisfy(
                                segment ->
                                        assertThat(segment.source().in(source).strip())
                                                .isEqualTo(segment.source().in(source))
                                                .isNotEmpty());
            }
        }
    }

    private TextVersion.Written written(String text, String target) {
        return written(model, text, target);
    }

    private static TextVersion.Written written(SpelledModel model, String text, String target) {
        return (TextVersion.Written)
                model.translator()
                        .texts(List.of(new SourceText(text, PT)), tags(target), deadline())
                        .versions()
                        .get(0)
                        .get(0);
    }

    private Translated<List<TextVersion>> texts(String text, String... targets) {
        return model.translator()
                .texts(List.of(new SourceText(text, PT)), tags(targets), deadline());
    }

    private static List<LanguageTag> tags(String... tags) {
        return Arrays.stream(tags).map(LanguageTag::new).toList();
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
