package org.dragoman.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    az | Şəhər məclisi çərşənbə axşamı köhnə körpünün bağlanması üçün səs verdi.
                    be | Гарадскі савет у аўторак увечары прагаласаваў за закрыццё старога моста.
                    bg | Общинският съвет гласува във вторник вечерта старият мост да бъде затворен.
                    bn | নগর পরিষদ মঙ্গলবার রাতে পুরোনো সেতুটি বন্ধ করার পক্ষে ভোট দিয়েছে।
                    ca | L’ajuntament va votar dimarts al vespre que es tanqués el pont vell de la ciutat.
                    cs | Městská rada v úterý večer hlasovala pro uzavření starého mostu.
                    da | Byrådet stemte tirsdag aften for at lukke den gamle bro, fordi den hverken er sikker eller nødvendig længere.
                    et | Linnavolikogu hääletas teisipäeva õhtul vana silla sulgemise poolt.
                    fa | شورای شهر سه‌شنبه شب به بستن پل قدیمی برای همیشه رای داد.
                    fi | Kaupunginvaltuusto äänesti tiistai-iltana vanhan sillan sulkemisesta.
                    gu | નગર પરિષદે મંગળવારે રાત્રે જૂનો પુલ બંધ કરવા માટે મતદાન કર્યું.
                    hi | नगर परिषद ने मंगलवार की रात पुराने पुल को बंद करने के लिए मतदान किया।
                    hr | Gradsko vijeće u utorak je navečer glasovalo da se stari most zatvori tijekom siječnja.
                    hu | A városi tanács kedd este megszavazta a régi híd végleges lezárását.
                    is | Bæjarstjórnin samþykkti á þriðjudagskvöld að loka gömlu brúnni.
                    kn | ನಗರ ಸಭೆಯು ಮಂಗಳವಾರ ರಾತ್ರಿ ಹಳೆಯ ಸೇತುವೆಯನ್ನು ಮುಚ್ಚಲು ಮತ ಹಾಕಿತು.
                    lt | Miesto taryba antradienio vakarą balsavo už senojo tilto uždarymą.
                    lv | Pilsētas dome otrdienas vakarā nobalsoja par vecā tilta slēgšanu.
                    ml | നഗരസഭ ചൊവ്വാഴ്ച രാത്രി പഴയ പാലം അടയ്ക്കാൻ വോട്ട് ചെയ്തു.
                    mt | Il-kunsill ivvota t-Tlieta filgħaxija biex jagħlaq il-pont il-qadim għal dejjem.
                    nn | Kommunestyret røysta tysdag kveld for at den gamle brua ikkje lenger skal vere open.
                    ro | Consiliul a votat marți seara închiderea definitivă a podului vechi.
                    sk | Mestská rada v utorok večer hlasovala za zatvorenie starého mosta.
                    sl | Mestni svet je v torek zvečer glasoval za zaprtje starega mostu.
                    sq | Këshilli votoi të martën në mbrëmje për mbylljen e urës së vjetër.
                    sr | Градско веће је у уторак увече гласало за затварање старог моста.
                    sr-Latn | Opština je saopštila gde je čovek video reku i uvek isto vreme posle pobede.
                    sv | Kommunfullmäktige röstade på tisdagskvällen för att stänga den gamla bron.
                    ta | நகர சபை செவ்வாய்க்கிழமை இரவு பழைய பாலத்தை மூட வாக்களித்தது.
                    te | నగర మండలి మంగళవారం రాత్రి పాత వంతెనను మూసివేయాలని ఓటు వేసింది.
                    th | สภาเมืองลงมติเมื่อคืนวันอังคารให้ปิดสะพานเก่าอย่างถาวร
                    vi | Hội đồng thành phố đã bỏ phiếu tối thứ Ba để đóng cửa cây cầu cũ.
                    zh-Hant | 市議會星期二晚上投票決定永久關閉這座舊橋。
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
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bs hr sr-Latn | Petar kupuje novi auto i putuje na more.
                    bs hr         | Djeca su poslije škole ovdje na mjestu gdje je rijeka.
                    id ms         | Anak itu makan nasi di rumah.
                    nb nn da      | Han har en stor hund.
                    """)
    void betweenNearLanguagesItDoesNotPretend(String codes, String sentence) {
        List<String> near = List.of(codes.split(" "));
        List<Detected> detected = DETECTOR.detect(sentence);

        assertThat(near).contains(detected.get(0).language().value());
        assertThat(detected.get(0).confidence()).isLessThan(0.9);
        assertThat(
                        detected.stream()
                                .filter(found -> near.contains(found.language().value()))
                                .mapToDouble(Detected::confidence)
                                .sum())
                .isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ar | قالت شركة Apple إن هاتف iPhone الجديد سيباع في الأسواق قريبا.
                    zh | 苹果公司发布了新款iPhone手机，用户可以使用Google和YouTube。
                    ru | Компания Microsoft Corporation выпустила новую версию Windows для всех пользователей.
                    ja | アップルは新しいiPhoneを発売し、Googleも追随した。
                    ar | أعلنت شركات Apple وGoogle وMicrosoft وAmazon وMeta أرباحها
                    th | กูเกิล Google เปิดตัว Pixel
                    ru | Новая PlayStation от компании Sony поступит в продажу
                    en | The Greek word λόγος means reason, and the Russian мир means peace.
                    """)
    void wordsOfAnotherScriptDoNotTurnIt(String code, String sentence) {
        assertThat(DETECTOR.best(sentence).orElseThrow().language().value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Il presidente è arrivato a Roma con il treno della sera.",
                "Il Ħamrun Spartans ha vinto la partita di calcio contro la squadra italiana.",
                "El president de la Generalitat va parlar a la ciutat de Girona.",
                "Żółw i żaba poszły razem nad rzekę.",
                "Qal u kien l-ewwel"
            })
    void whatOnlyLooksLikeMalteseIsNotSureToBe(String text) {
        assertThat(DETECTOR.detect(text))
                .noneMatch(
                        found -> found.language().value().equals("mt") && found.confidence() > 0.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie-banner", "harbour-strike", "interview", "list"})
    void anEnglishArticleIsSurelyEnglish(String name) throws IOException {
        String article = Files.readString(Path.of("src/test/resources/articles", name + ".txt"));
        Detected best = DETECTOR.best(article).orElseThrow();
        assertThat(best.language().value()).isEqualTo("en");
        assertThat(best.confidence()).isGreaterThan(0.99);
    }

    @Test
    void compoundsThatBeginAsMalteseArticlesDoAreNotMaltese() {
        List<Detected> detected =
                DETECTOR.detect(
                        "An in-house look at man-made lakes, tax-free bit-parts and mid-air");
        assertThat(detected.get(0).language().value()).isEqualTo("en");
        assertThat(detected).noneMatch(found -> found.language().value().equals("mt"));
    }

    @ParameterizedTest
    @CsvSource({
        "sr,Идеш ли кући?",
        "uk,Ідеш додому?",
        "be,Ідзеш дадому, чуў?",
        "bg,Отиваш ли си вкъщи?"
    })
    void anAlphabetTellsWhatItLacks(String code, String text) {
        assertThat(DETECTOR.detect(text).get(0).language().value()).isEqualTo(code);
    }

    @Test
    void charactersOfBothFormsOfChineseTellNothing() {
        List<Detected> detected = DETECTOR.detect("他走到山上看大海");

        assertThat(detected.get(0).language().value()).isEqualTo("zh");
        assertThat(detected).anyMatch(found -> found.language().value().equals("zh-Hant"));
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
