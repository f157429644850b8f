package org.dragoman.quality.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | They met on Monday, 5 May.       | WEEKDAY 1, MONTH 5
                    en | It opens on Sept. 11 (Sun. 12).  | MONTH 9, WEEKDAY 7
                    pt | Na segunda-feira, 3 de março.    | WEEKDAY 1, MONTH 3
                    de | Am Montagabend im Jänner.        | WEEKDAY 1, MONTH 1
                    ru | В пятницу, 5 мая.                | WEEKDAY 5, MONTH 5
                    pl | W środę 5 lipca.                 | WEEKDAY 3, MONTH 7
                    uk | У вівторок 5 травня.             | WEEKDAY 2, MONTH 5
                    cs | Ve čtvrtek 5. ledna.             | WEEKDAY 4, MONTH 1
                    fi | Maanantaina toukokuussa.         | WEEKDAY 1, MONTH 5
                    hu | Szerdán, május 5-én.             | WEEKDAY 3, MONTH 5
                    et | Esmaspäeval jaanuaris.           | WEEKDAY 1, MONTH 1
                    lt | Pirmadienį gegužės 5.            | WEEKDAY 1, MONTH 5
                    tr | Çarşamba günü 5 Mayıs'ta         | WEEKDAY 3, MONTH 5
                    ar | يوم الثلاثاء 5 أيار               | WEEKDAY 2, MONTH 5
                    he | ביום שני 5 במאי                  | WEEKDAY 1, MONTH 5
                    hi | सोमवार को 5 फरवरी                | WEEKDAY 1, MONTH 2
                    zh | 周三，5月6日                        | WEEKDAY 3, MONTH 5
                    ja | 5月6日水曜日                         | MONTH 5, WEEKDAY 3
                    ko | 5월 6일 수요일                       | MONTH 5, WEEKDAY 3
                    th | วันพุธที่ 5 พฤษภาคม              | WEEKDAY 3, MONTH 5
                    vi | Thứ Tư, ngày 5 tháng 12          | WEEKDAY 3, MONTH 12
                    """)
    void daysAndMonthsAreFoundAsTheyAreInflected(String language, String text, String expected) {
        assertThat(sure(text, language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et",
                "fa", "fi", "fr", "gu", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "kn", "ko",
                "lt", "lv", "ml", "ms", "mt", "nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl",
                "sq", "sr", "sr-Latn", "sv", "ta", "te", "th", "tr", "uk", "vi", "zh"
            })
    void everyFullNameOfEveryLanguageIsFound(String tag) {
        LanguageTag language = new LanguageTag(tag);
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(tag));

        for (int month = 1; month <= 12; month++) {
            CalendarDay found =
                    day(symbols.getMonths()[month - 1], language, CalendarDay.Kind.MONTH);
            assertThat(found.number()).isEqualTo(month);
        }
        for (int day = 1; day <= 7; day++) {
            String name = symbols.getWeekdays()[day % 7 + 1];
            assertThat(day(name, language, CalendarDay.Kind.WEEKDAY).number()).isEqualTo(day);
        }
    }

    @Test
    void wordsThatAreAlsoOtherWordsAreWeakEvidence() {
        assertThat(sure("They may march to the Sun and sat there.", "en")).isEmpty();
        assertThat(sure("A segunda parte e a quinta rodada.", "pt")).isEmpty();
        assertThat(sure("Это питательная среда.", "ru")).isEmpty();
        assertThat(sure("一周一次", "zh")).isEmpty();
        assertThat(sure("In May they march on 5 March.", "en")).isEqualTo("MONTH 5, MONTH 3");
    }

    private static CalendarDay day(String name, LanguageTag language, CalendarDay.Kind kind) {
        List<CalendarDay> found =
                Calendars.in(name, language).stream().filter(day -> day.kind() == kind).toList();
        assertThat(found).as("%s in %s", name, language).isNotEmpty();
        return found.get(0);
    }

    private static String sure(String text, String language) {
        return Calendars.in(text, new LanguageTag(language)).stream()
                .filter(day -> day.evidence() != Evidence.WEAK)
                .map(day -> day.kind() + " " + day.number())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
