package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Known;
import dev.almanac.terminal.board.Link;
import dev.almanac.terminal.board.Place;
import dev.almanac.terminal.board.View;
import dev.almanac.terminal.calendar.Answer.Waiting;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.ConflictLevel;
import dev.almanac.terminal.calendar.DayCount;
import dev.almanac.terminal.calendar.Diary;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Kind;
import dev.almanac.terminal.calendar.Lane;
import dev.almanac.terminal.calendar.MonthCounts;
import dev.almanac.terminal.calendar.Suggestion;
import dev.almanac.terminal.calendar.TimeSlot;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A summer in Vienna, for tests. */
final class Season {
    static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    static final LocalDate MONDAY = LocalDate.of(2030, 6, 3);

    static final Item CONCERT = item("concert", "Concert", "2030-06-03T20:00", "2030-06-03T22:00", "Great Hall", true);
    static final Item REHEARSAL = new Item(
            "series@20300603T090000",
            "Chamber orchestra",
            Kind.BOOKING,
            slot("2030-06-03T09:00", "2030-06-03T12:00"),
            false,
            "room",
            "Rehearsal Room",
            "SCHEDULED",
            ConflictLevel.NONE,
            true,
            "",
            0);
    static final Item BACKUP = run("backup", "Backup", Kind.RUN, "2030-06-03T02:00", "SCHEDULED");
    static final Item MISSED = run("missed", "Report", Kind.MISSED_RUN, "2030-06-03T06:30", "MISSED");
    static final List<Item> ITEMS = List.of(
            BACKUP,
            MISSED,
            REHEARSAL,
            item(
                    "podcast",
                    "Podcast: the long history of very long titles that nobody can read in one line",
                    "2030-06-03T09:30",
                    "2030-06-03T10:30",
                    "Studio",
                    false),
            item("tea", "茶道 tea ceremony", "2030-06-03T15:00", "2030-06-03T16:30", "Café 東京", false),
            CONCERT,
            item("recording", "Recording", "2030-06-03T21:00", "2030-06-04T00:30", "Studio", true),
            item("lecture", "Lecture", "2030-06-05T11:00", "2030-06-05T12:00", "Great Hall", false));

    static final Conflict CONFLICT = new Conflict(
            "conflict",
            "Recording",
            "Concert",
            ConflictLevel.MODERATE,
            "STAFF_CONFLICT",
            "DETECTED",
            "Clara, piano",
            slot("2030-06-03T21:00", "2030-06-03T22:00"),
            0,
            "“Recording” and “Concert” both claim Clara, piano from 21:00 to 22:00. It serves one at a time, with its"
                    + " buffer in between; that is MODERATE (SCH-012).",
            List.of(
                    new Suggestion("Move Recording to Mon 3 Jun, 22:30–00:30", "{}"),
                    new Suggestion("Move Concert to Mon 3 Jun, 18:30–20:30", "{}")));

    private Season() {}

    static Board board(View view) {
        return board(view, ITEMS);
    }

    static Board board(View view, List<Item> items) {
        Known known = new Known(
                List.of(new Lane("hall", "Great Hall", false), new Lane("jobs", "Nightly Jobs", true)),
                counts(),
                new Diary(items),
                false,
                new Diary(List.of(CONCERT)),
                List.of(CONFLICT),
                Optional.empty(),
                new Waiting(1, 1));
        return Board.at(Place.of(view, MONDAY, VIENNA), Filter.ALL, LocalDate.of(2030, 6, 5))
                .with(known)
                .with(Link.LIVE);
    }

    static MonthCounts counts() {
        return new MonthCounts(
                YearMonth.of(2030, 6),
                Map.of(
                        MONDAY,
                        new DayCount(5, 2, 2),
                        MONDAY.plusDays(2),
                        new DayCount(1, 0, 0),
                        MONDAY.plusDays(9),
                        new DayCount(12, 48, 0),
                        MONDAY.plusDays(27),
                        new DayCount(0, 3, 0)));
    }

    static List<Item> crowd(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    LocalDateTime start = MONDAY.atStartOfDay().plusMinutes(index * 1_400L / count);
                    return item(
                            "item-" + index,
                            "Number " + index,
                            start.toString(),
                            start.plusMinutes(20).toString(),
                            "Hall",
                            false);
                })
                .toList();
    }

    static Item item(String id, String title, String start, String end, String place, boolean conflict) {
        return new Item(
                id,
                title,
                Kind.BOOKING,
                slot(start, end),
                false,
                "calendar",
                place,
                "SCHEDULED",
                conflict ? ConflictLevel.MODERATE : ConflictLevel.NONE,
                false,
                "",
                0);
    }

    private static Item run(String id, String title, Kind kind, String start, String status) {
        return new Item(
                id,
                title,
                kind,
                slot(start, start),
                false,
                "",
                "Nightly Jobs",
                status,
                ConflictLevel.NONE,
                false,
                "rule",
                0);
    }

    static TimeSlot slot(String start, String end) {
        return new TimeSlot(
                LocalDateTime.parse(start).atZone(VIENNA).toInstant(),
                LocalDateTime.parse(end).atZone(VIENNA).toInstant());
    }
}
