package org.dragoman.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private static final LanguageDetector DETECTOR = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The council voted late on Tuesday to close the old bridge for good.
                    pt | A câmara votou na terça-feira à noite para fechar a velha ponte de vez.
                    es | El ayuntamiento votó el martes por la noche cerrar el viejo puente.
                    fr | Le conseil a voté mardi soir la fermeture définitive du vieux pont.
                    de | Der Rat stimmte am Dienstagabend dafür, die alte Brücke zu schließen.
                    it | Il consiglio ha votato martedì sera la chiusura del vecchio ponte.
                    nl | De raad stemde dinsdagavond voor het sluiten van de oude brug.
                    pl | Rada zagłosowała we wtorek wieczorem za zamknięciem starego mostu.
                    tr | Meclis salı akşamı eski köprünün tamamen kapatılması için oy kullandı.
                    ru | Совет проголосовал во вторник вечером за закрытие старого моста.
                    uk | Рада проголосувала у вівторок увечері за закриття старого мосту.
                    ar | صوت المجلس مساء الثلاثاء على إغلاق الجسر القديم نهائيا.
                    zh | 市议会星期二晚上投票决定永久关闭这座旧桥。
                    ja | 市議会は火曜日の夜、古い橋を閉鎖することを決めた。
                    ko | 시의회는 화요일 밤 오래된 다리를 폐쇄하기로 의결했다.
                    el | Το συμβούλιο ψήφισε την Τρίτη το βράδυ να κλείσει η παλιά γέφυρα.
                    he | המועצה הצביעה ביום שלישי בערב לסגור את הגשר הישן.
                    """)
    void aSentenceIsTold(String code, String sentence) {
        assertThat(DETECTOR.best(sentence))
                .hasValueSatisfying(
                        best -> {
                            assertThat(best.language().value()).isEqualTo(code);
                            assertThat(best.confidence()).isGreaterThan(0.8);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ok", "OK!", "a", "No", "I", "Ok 2016", "https://example.com Ok"})
    void aShortWordIsTriedWithLittleConfidence(String text) {
        assertThat(DETECTOR.detect(text)).isNotEmpty();
        assertThat(DETECTOR.detect(text).get(0).confidence()).isLessThan(0.5);
        assertThat(DETECTOR.best(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "12345", "👍 100%", "https://example.com/the-news", "ꀀꀁꀂ"})
    void whereThereIsNothingToGoByThereIsNoAnswer(String text) {
        assertThat(DETECTOR.detect(text)).isEmpty();
        assertThat(DETECTOR.best(text)).isEmpty();
    }

    @Test
    void answersDescendAndSumToAtMostOne() {
        for (String text : List.of("casa", "London", "Bom dia", "Notícias de hoje", "ok then")) {
            List<Detected> detected = DETECTOR.detect(text);

            assertThat(detected.stream().map(Detected::confidence).toList())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                    .allMatch(confidence -> confidence >= 0.01);
            assertThat(detected.stream().mapToDouble(Detected::confidence).sum())
                    .isBetween(0.8, 1.0 + 1e-9);
        }
    }

    @Test
    void moreWordsGiveMoreConfidence() {
        double two = confidence("The old");
        double five = confidence("The old bridge was closed");

        assertThat(five).isGreaterThan(two);
    }

    private static double confidence(String text) {
        return DETECTOR.detect(text).stream()
                .filter(detected -> detected.language().equals(LanguageTag.ENGLISH))
                .mapToDouble(Detected::confidence)
                .findFirst()
                .orElse(0);
    }

    @Test
    void aLongTextIsToldByASampleOfItsStartMiddleAndEnd() {
        String portuguese = "A câmara votou para fechar a velha ponte da cidade. ";
        String text = "1 ".repeat(300) + portuguese.repeat(4_000);

        assertThat(DETECTOR.best(text).orElseThrow().language()).isEqualTo(LanguageTag.PORTUGUESE);
        assertThat(Sample.of(text).length()).isLessThanOrEqualTo(752);
    }

    @Test
    void anyTextGetsAnAnswerOrNone() {
        Random random = new Random(3);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            String text =
                    random.ints(random.nextInt(30), 0, 0x1_1000)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();

            assertThat(DETECTOR.detect(text))
                    .allMatch(found -> found.confidence() > 0 && found.confidence() <= 1);
        }
    }
}
