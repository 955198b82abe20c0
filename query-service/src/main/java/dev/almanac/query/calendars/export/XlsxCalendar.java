package dev.almanac.query.calendars.export;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.query.conflicts.ConflictItem;
import dev.almanac.query.diary.EventItem;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as a workbook that is filtered and counted: a sheet of events and one of conflicts. Dates are dates, numbers are
 * numbers, and text is text: a title that begins like a formula is shown as it is written.
 */
final class XlsxCalendar {
    /** What a cell holds at most. */
    private static final int TEXT_MAX = 32_767;
    /** Rows that are written at a time. */
    private static final int PART = 500;

    private static final String DATE = "yyyy-mm-dd";
    private static final String DATE_TIME = "yyyy-mm-dd hh:mm";
    private static final String HEAD_COLOR = "1F2933";
    private static final String CUT = "…";

    private XlsxCalendar() {}

    /** A column: what it is called, how wide it is, how it is shown, and what it says of a row. */
    private record Column<T>(
            String name, double width, @Nullable String format, Function<T, @Nullable Object> value) {
        static <T> Column<T> text(String name, double width, Function<T, @Nullable Object> value) {
            return new Column<>(name, width, null, value);
        }
    }

    /** Rows are written as they come. */
    static void write(ExportedPeriod period, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Almanac", "1.0");
        workbook.properties().setTitle(clean(period.calendarName() + ", " + period.title()));
        sheet(workbook, "Events", ofEvents(period), period.events());
        sheet(workbook, "Conflicts", ofConflicts(period), period.conflicts());
        workbook.finish();
    }

    private static List<Column<EventItem>> ofEvents(ExportedPeriod period) {
        String zone = " (" + period.zone().getId() + ")";
        return List.of(
                new Column<>("Date", 12, DATE, event -> event.localStart().toLocalDate()),
                new Column<>(
                        "Start" + zone,
                        24,
                        DATE_TIME,
                        event -> event.localStart().toLocalDateTime()),
                new Column<>(
                        "End" + zone, 24, DATE_TIME, event -> event.localEnd().toLocalDateTime()),
                new Column<>("Hours", 8, "0.00", XlsxCalendar::hours),
                Column.text("All day", 8, event -> event.allDay() ? "yes" : "no"),
                Column.text("Title", 48, EventItem::title),
                Column.text("Category", 18, EventItem::category),
                Column.text("Status", 13, event -> event.status().name()),
                Column.text("Conflict", 12, event -> event.conflictLevel().name()),
                Column.text("Location", 26, EventItem::location),
                new Column<>("Priority", 9, "0", EventItem::priority),
                Column.text("Tags", 20, event -> String.join(", ", event.tags())),
                Column.text(
                        "Resources",
                        30,
                        event -> event.resources().stream()
                                .map(ResourceClaim::resourceId)
                                .collect(Collectors.joining(", "))),
                new Column<>("Runs", 8, "0", EventItem::count),
                Column.text("Booked in zone", 20, EventItem::timeZone),
                new Column<>("Start (UTC)", 18, DATE_TIME, event -> utc(event.startDateTime())),
                new Column<>("End (UTC)", 18, DATE_TIME, event -> utc(event.endDateTime())),
                Column.text("UTC offset", 11, event -> offset(event.localStart())),
                Column.text("Id", 44, EventItem::id),
                Column.text("Description", 60, EventItem::description));
    }

    private static List<Column<ConflictItem>> ofConflicts(ExportedPeriod period) {
        String zone = " (" + period.zone().getId() + ")";
        Map<String, String> titles = new HashMap<>();
        period.events().forEach(event -> {
            titles.put(event.id(), event.title());
            titles.putIfAbsent(event.scheduleId(), event.title());
        });
        return List.of(
                new Column<>("Overlap from" + zone, 26, DATE_TIME, conflict -> local(conflict.overlapStart(), period)),
                new Column<>("Overlap till" + zone, 26, DATE_TIME, conflict -> local(conflict.overlapEnd(), period)),
                Column.text("Level", 12, conflict -> conflict.conflictLevel().name()),
                Column.text("Type", 20, conflict -> conflict.conflictType().name()),
                Column.text("Status", 14, conflict -> conflict.status().name()),
                Column.text("Event", 48, conflict -> title(titles, conflict.scheduledEventId())),
                Column.text("Conflicts with", 48, conflict -> title(titles, conflict.conflictingEventId())),
                Column.text("Resource", 30, ConflictItem::resourceId),
                new Column<>("Detected" + zone, 24, DATE_TIME, conflict -> local(conflict.detectedAt(), period)),
                Column.text("Escalated to", 18, ConflictItem::escalatedTo),
                Column.text("Id", 44, ConflictItem::id));
    }

    private static <T> void sheet(Workbook workbook, String name, List<Column<T>> columns, List<T> rows)
            throws IOException {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, Math.max(1, rows.size()), columns.size() - 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            sheet.width(i, column.width());
            sheet.inlineString(0, i, column.name());
            sheet.style(0, i).bold().fontColor("FFFFFF").fillColor(HEAD_COLOR).set();
        }
        for (int row = 1; row <= rows.size(); row++) {
            row(sheet, row, columns, rows.get(row - 1));
            if (row % PART == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static <T> void row(Worksheet sheet, int row, List<Column<T>> columns, T item) {
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            switch (column.value().apply(item)) {
                case null -> {}
                case LocalDateTime time -> sheet.value(row, i, time);
                case LocalDate day -> sheet.value(row, i, day);
                case Number number -> sheet.value(row, i, number);
                case Object text -> sheet.inlineString(row, i, clean(text.toString()));
            }
            if (column.format() != null) {
                sheet.style(row, i).format(column.format()).set();
            }
        }
    }

    private static Object hours(EventItem event) {
        return Duration.between(event.startDateTime(), event.endDateTime()).toMinutes() / 60.0;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static LocalDateTime local(Instant instant, ExportedPeriod period) {
        return LocalDateTime.ofInstant(instant, period.zone());
    }

    /** Tells the two passes of an hour that the clocks repeat. */
    private static String offset(OffsetDateTime time) {
        return time.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : time.getOffset().getId();
    }

    private static String title(Map<String, String> titles, @Nullable String id) {
        if (id == null) {
            return "(not shared with you)";
        }
        String title = titles.get(id);
        return title != null ? title : titles.getOrDefault(OccurrenceId.seriesOf(id), id);
    }

    /** XML has no words for most control characters and for halves of characters; a cell ends somewhere. */
    private static String clean(String text) {
        String shown = text.codePoints()
                .map(character -> isXml(character) ? character : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.length() <= TEXT_MAX ? shown : shown.substring(0, TEXT_MAX - 1) + CUT;
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= ' ' && !isSurrogate(character) && character != 0xFFFE && character != 0xFFFF);
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
