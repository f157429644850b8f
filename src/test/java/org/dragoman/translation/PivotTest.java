package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

/** Texts that go through English because no model goes the whole way. */
class PivotTest {
    private static final LanguageTag PT = LanguageTag.PORTUGUESE;

    private static final List<String> SENTENCES =
            List.of(
                    "Uma casa.",
                    "“A rua”, disse.",
                    "Há 3 ruas!",
                    "Nova lei.",
                    "A lista.",
                    "Em 2016.");

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
                        .also(
                                "en",
                                "de",
                                text -> text.startsWith("Y") ? " " : text.toUpperCase(Locale.ROOT));
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
                                        Wanted.flagged(List.of(new LanguageTag("de"))),
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
    void aTextIsTheSameAloneAndAmongOthersAndItsSpansAreExact() {
        List<SourceText> texts = texts(Integer.getInteger("dragoman.cases", 500) / 10);
        List<LanguageTag> targets = tags("de", "fr", "zh", "en");
        List<List<TextVersion>> together = versions(texts, targets);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(versions(List.of(texts.get(i)), targets)).containsExactly(together.get(i));
            String source = texts.get(i).text();
            for (TextVersion version : together.get(i)) {
                assertThat(((TextVersion.Written) version).segments())
                        .extracting(segment -> segment.source().in(source))
                        .isNotEmpty()
                        .allSatisfy(sentence -> assertThat(SENTENCES).contains(sentence));
            }
        }
    }

    /** Two sentences each, in a paragraph or in two. */
    private static List<SourceText> texts(int count) {
        Random random = new Random(3);
        return random.ints(count)
                .mapToObj(any -> random.nextBoolean() ? "\n\n" : " ")
                .map(gap -> any(random) + gap + any(random))
                .map(text -> new SourceText(text, PT))
                .toList();
    }

    private static String any(Random random) {
        return SENTENCES.get(random.nextInt(SENTENCES.size()));
    }

    private List<List<TextVersion>> versions(List<SourceText> texts, List<LanguageTag> targets) {
        return model.translator().texts(texts, Wanted.flagged(targets), deadline()).versions();
    }

    private TextVersion.Written written(String text, String target) {
        return written(model, text, target);
    }

    private static TextVersion.Written written(SpelledModel model, String text, String target) {
        return (TextVersion.Written)
                model.translator()
                        .texts(
                                List.of(new SourceText(text, PT)),
                                Wanted.flagged(tags(target)),
                                deadline())
                        .versions()
                        .get(0)
                        .get(0);
    }

    private static List<LanguageTag> tags(String... tags) {
        return Arrays.stream(tags).map(LanguageTag::new).toList();
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
