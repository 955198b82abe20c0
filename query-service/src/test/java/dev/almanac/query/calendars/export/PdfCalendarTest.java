package dev.almanac.query.calendars.export;

import static dev.almanac.query.calendars.export.SampleItems.event;
import static dev.almanac.query.calendars.export.SampleItems.many;
import static dev.almanac.query.calendars.export.SampleItems.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.activity.ViewType;
import dev.almanac.events.conflict.ConflictLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfCalendarTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final PdfCalendar pdf =
            new PdfCalendar(new PdfFonts(new ExportProperties(1, Duration.ofSeconds(1), List.of())));

    @ParameterizedTest
    @EnumSource(ViewType.class)
    void names_the_calendar_the_zone_and_each_event(ViewType type) throws IOException {
        List<String> pages = pages(period(type, "2026-03-04", List.of(event("Recital", "2026-03-04T19:30", HOUR))));

        assertThat(pages)
                .singleElement()
                .asString()
                .contains("Great hall", "Europe/Vienna", "Recital", "Page 1 of", "concert");
    }

    @Test
    void what_the_grid_of_a_month_has_no_room_for_is_in_the_list_behind_it() throws IOException {
        List<String> pages = pages(period(ViewType.MONTHLY, "2026-03-01", many(500)));

        assertThat(pages).hasSizeGreaterThan(10);
        String list = String.join("\n", pages.subList(1, pages.size()));
        assertThat(IntStream.range(0, 500).mapToObj(i -> "Event " + i).filter(title -> !list.contains(title)))
                .isEmpty();
        assertThat(pages.getFirst()).contains("more, in the list");
        assertThat(pages.getLast()).contains("Page " + pages.size() + " of", Integer.toString(pages.size()));
    }

    @Test
    void an_event_over_midnight_is_on_both_days() throws IOException {
        String page = pages(period(
                        ViewType.MONTHLY,
                        "2026-03-01",
                        List.of(event("Ball", "2026-03-07T22:00", Duration.ofHours(6)))))
                .getFirst();

        assertThat(page).contains("22:00 Ball", "… Ball");
    }

    @Test
    void the_times_of_a_day_on_which_the_clocks_change_bear_their_offsets() throws IOException {
        String page = pages(period(
                        ViewType.DAILY, "2026-10-25", List.of(event("Watch", "2026-10-25T01:00", Duration.ofHours(4)))))
                .getFirst();

        assertThat(page).contains("01:00 +02:00 – 04:00 +01:00");
    }

    @Test
    void more_side_by_side_than_can_be_read_are_in_the_list() throws IOException {
        List<String> pages = pages(period(
                ViewType.DAILY,
                "2026-03-04",
                IntStream.range(0, 9)
                        .mapToObj(i -> event("Booth " + i, "2026-03-04T10:00", HOUR))
                        .toList()));

        assertThat(pages).hasSize(2);
        assertThat(pages.getLast()).contains("Booth 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Концерт",
                "Δοκιμή",
                "Հայերեն",
                "ქართული",
                "Žluťoučký kůň",
                "Việt Nam",
            })
    void titles_of_many_scripts_are_written_with_the_fonts_on_board(String title) throws IOException {
        assertThat(pages(period(ViewType.DAILY, "2026-03-04", List.of(event(title, "2026-03-04T10:00", HOUR)))))
                .singleElement()
                .asString()
                .contains(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\u0007\n\t",
                "\uD83D",
                "\uDE00\uD83D",
                "😀🎭",
                "חתונה של דוד",
                "مؤتمر ٢٠٢٦ Summit",
                "東京フィルハーモニー",
                "상반기 총회",
                "अभ्यास",
                "\u202Eesrever",
                "zero\u200Bwidth",
                "A very long title that goes on and on and on and on and on and on and on and on and on and on and on",
            })
    void any_title_makes_a_page(String title) throws IOException {
        for (ViewType type : ViewType.values()) {
            assertThat(pages(period(
                            type,
                            "2026-03-04",
                            List.of(event(title, "2026-03-04T10:00", HOUR, title, ConflictLevel.CRITICAL)))))
                    .hasSize(1);
        }
    }

    @Test
    void a_period_without_events_is_a_page() throws IOException {
        for (ViewType type : ViewType.values()) {
            assertThat(pages(period(type, "2026-03-04", List.of())))
                    .singleElement()
                    .asString()
                    .contains("0 entries");
        }
    }

    private List<String> pages(ExportedPeriod period) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pdf.write(period, file);
        try (PdfReader reader = new PdfReader(file.toByteArray())) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            return Stream.iterate(1, page -> page <= reader.getNumberOfPages(), page -> page + 1)
                    .map(page -> textOf(text, page))
                    .toList();
        }
    }

    private static String textOf(PdfTextExtractor text, int page) {
        try {
            return text.getTextFromPage(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
