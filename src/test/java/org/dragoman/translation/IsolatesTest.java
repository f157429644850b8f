package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Isolates are written as { and }. */
class IsolatesTest {
    private static final String CONTROLS = "[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

    private static final List<String> PARTS =
            List.of(
                    "قال",
                    "שלום",
                    "BBC",
                    "C++",
                    "+1 555-0100",
                    "10:30",
                    "(",
                    ")",
                    "“",
                    "”",
                    "،",
                    ",",
                    ". ",
                    " ",
                    " ",
                    " ",
                    "\n",
                    "😀",
                    "-5",
                    "\u2067",
                    "\u200F",
                    "٣",
                    "\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "لغة C++ سهلة.|لغة {C++} سهلة.",
                "منصة .NET الجديدة|منصة {.NET} الجديدة",
                "اتصل على +1 555-0100 الآن|اتصل على {+1 555-0100} الآن",
                "في 2024-05-12 كان|في {2024-05-12} كان",
                "الحرارة -5 اليوم|الحرارة {-5} اليوم",
                "Google أعلنت ذلك|{Google} أعلنت ذلك",
                "«BBC» قالت ذلك|«{BBC}» قالت ذلك",
                "مثل Google، Apple وغيرها|مثل {Google}، Apple وغيرها",
                "שפת C# חדשה|שפת {C#} חדשה",
                "התקשרו אל +1 555-0100 היום|התקשרו אל {+1 555-0100} היום"
            })
    void wordsFromLeftToRightAreIsolatedWhereTheyWouldBeTorn(String text, String isolated) {
        assertThat(shown(Isolates.in(text, true))).isEqualTo(isolated);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "قالت BBC ذلك.",
                "منظمة الصحة (WHO) قالت 50% من 1,000 في 10:30.",
                "زار iPhone 15 وWindows 11 اليوم",
                "انظر https://example.org/a-b?c=1 الآن",
                "من 1939-1945 كانت",
                "فيلم Spider-Man: No Way Home جديد",
                "מחיר 3.5 או 10-20 ב-BBC.",
                "Reuters, BBC."
            })
    void whatIsShownWellGetsNone(String text) {
        assertThat(Isolates.in(text, true)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "He visited הכנסת 120 times.|He visited {הכנסת} 120 times.",
                "The Knesset (הכנסת) has 120.|The Knesset (הכנסת) has 120.",
                "הכנסת is the Knesset.|{הכנסת} is the Knesset.",
                "He said שלום לכולם and left.|He said שלום לכולם and left.",
                "No such words.|No such words."
            })
    void wordsFromRightToLeftAreToo(String text, String isolated) {
        assertThat(shown(Isolates.in(text, false))).isEqualTo(isolated);
    }

    @Test
    void controlsOfTheSourceDoNotReachTheModelOrTheVersion() {
        Pair pair = Pair.of(new LanguageTag("ar"), LanguageTag.ENGLISH);
        Rewritten rewritten = new Directions(pair).rewrite("\u200Fقال \u2067BBC\u2069.\u202C");
        assertThat(rewritten.text()).isEqualTo("قال BBC.");
        assertThat(rewritten.restore().apply("\u2067BBC said.")).isEqualTo("BBC said.");
        assertThat(Isolates.paired("\u2067BBC\u2069")).isEqualTo("\u2067BBC\u2069");
        assertThat(Isolates.paired("\u2067BBC")).isEqualTo("BBC");
        assertThat(Isolates.paired("\u2069BBC\u2067")).isEqualTo("BBC");
    }

    @Test
    void isolatesArePairedAndNothingElseChanges() {
        Random random = new Random(7);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            String text = text(random);
            boolean rightToLeft = random.nextBoolean();
            String isolated = Isolates.in(text, rightToLeft);
            assertThat(isolated.replaceAll(CONTROLS, "")).isEqualTo(text.replaceAll(CONTROLS, ""));
            assertThat(isolated.replaceAll("[\u2066\u2067][^\u2066-\u2069\n]+\u2069", ""))
                    .doesNotContainPattern(CONTROLS);
            assertThat(Isolates.in(isolated, rightToLeft)).isEqualTo(isolated);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(14); n >= 0; n--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    @Test
    void aLongTextOfManyWordsTakesTimeInProportion() {
        String text = "قال BBC، C++ ".repeat(5_000);
        assertThat(Isolates.without(Isolates.in(text, true))).isEqualTo(text);
    }

    private static String shown(String text) {
        return text.replaceAll("[\u2066\u2067]", "{").replace('\u2069', '}');
    }
}
