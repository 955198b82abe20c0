package dev.almanac.query.calendars.export;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.calendars.export.PdfCanvas.Style;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.http.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days side by side, by the hour. */
final class PdfHours {
    private static final float HOUR_WIDTH = 30;
    private static final float HEAD = 14;
    private static final float ALL_DAY_LINE = 9.6f;
    private static final int ALL_DAY_MAX = 4;
    /** More side by side cannot be read. */
    private static final int COLUMNS_MAX = 6;
    /** A short event still has a line of text. */
    private static final float HEIGHT_MIN = 8.5f;

    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 23;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final Style HOUR = new Style(7, false, PdfColors.FAINT);
    private static final Style DAY_NAME = new Style(8.5f, true, PdfColors.TEXT);
    private static final Style MORE = new Style(6.5f, false, PdfColors.FAINT);
    private final ExportedPeriod period;
    private final PdfColors colors;
    private final PdfCanvas canvas;
    private final List<LocalDate> days;
    private final float dayWidth;
    private final int firstHour;
    private final int lastHour;
    private final float gridTop;

    PdfHours(ExportedPeriod period, PdfColors colors, PdfCanvas canvas) {
        this.period = period;
        this.colors = colors;
        this.canvas = canvas;
        this.days = period.span().days().toList();
        this.dayWidth = (PdfSheet.WIDTH - HOUR_WIDTH) / days.size();
        List<Bar> bars = days.stream().flatMap(day -> bars(day).stream()).toList();
        this.firstHour = bars.stream().mapToInt(bar -> bar.from / 60).reduce(FIRST_HOUR, Math::min);
        this.lastHour = bars.stream().mapToInt(bar -> (bar.till + 59) / 60).reduce(LAST_HOUR, Math::max);
        int allDay = days.stream().mapToInt(day -> allDay(day).size()).max().orElse(0);
        this.gridTop = PdfSheet.TOP - HEAD - Math.min(allDay, ALL_DAY_MAX) * ALL_DAY_LINE;
    }

    /** A stretch of an event on one day, in minutes of the local clock. */
    private record Bar(EventItem event, int from, int till) {
        boolean overlaps(Bar other) {
            return from < other.till && other.from < till;
        }
    }

    /** Whether everything had room. */
    boolean draw() {
        hours();
        boolean hadRoom = true;
        for (int i = 0; i < days.size(); i++) {
            hadRoom &= day(days.get(i), PdfSheet.MARGIN + HOUR_WIDTH + i * dayWidth);
        }
        return hadRoom;
    }

    private void hours() {
        for (int hour = firstHour; hour <= lastHour; hour++) {
            float y = y(hour * 60);
            canvas.right("%02d:00".formatted(hour), HOUR, PdfSheet.MARGIN, y - 2.5f, HOUR_WIDTH - 5);
            canvas.line(PdfColors.LINE, 0.4f, PdfSheet.MARGIN + HOUR_WIDTH, y, PdfSheet.MARGIN + PdfSheet.WIDTH, y);
        }
    }

    private float y(int minute) {
        float share = (minute - firstHour * 60f) / ((lastHour - firstHour) * 60f);
        return gridTop - share * (gridTop - PdfSheet.BOTTOM);
    }

    private boolean day(LocalDate day, float x) {
        if (days.size() > 1 && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            canvas.fill(PdfColors.SHADE, x + 0.3f, PdfSheet.BOTTOM, dayWidth - 0.6f, gridTop - PdfSheet.BOTTOM);
        }
        canvas.outline(PdfColors.LINE, 0.5f, x, PdfSheet.BOTTOM, dayWidth, PdfSheet.TOP - HEAD - PdfSheet.BOTTOM);
        canvas.centered(day.format(DAY), DAY_NAME, x, PdfSheet.TOP - HEAD + 4, dayWidth);
        boolean hadRoom = days(day, x);
        List<Bar> cluster = new ArrayList<>();
        int end = 0;
        for (Bar bar : bars(day)) {
            if (bar.from >= end) {
                hadRoom &= sideBySide(cluster, x);
                cluster.clear();
            }
            cluster.add(bar);
            end = Math.max(end, bar.till);
        }
        return sideBySide(cluster, x) && hadRoom;
    }

    private boolean days(LocalDate day, float x) {
        List<EventItem> events = allDay(day);
        int shown = events.size() > ALL_DAY_MAX ? ALL_DAY_MAX - 1 : events.size();
        for (int i = 0; i < shown; i++) {
            EventItem event = events.get(i);
            PdfSheet.entry(
                    canvas,
                    colors,
                    event,
                    event.count() > 1 ? PdfTimes.ofMonth(event, day) : event.title(),
                    x + 2,
                    PdfSheet.TOP - HEAD - (i + 1) * ALL_DAY_LINE + 0.8f,
                    dayWidth - 4,
                    ALL_DAY_LINE - 0.8f);
        }
        if (shown < events.size()) {
            String more = "+ " + (events.size() - shown) + " more, in the list";
            canvas.left(more, MORE, x + 4, PdfSheet.TOP - HEAD - (shown + 1) * ALL_DAY_LINE + 2.5f, dayWidth - 6);
        }
        return shown == events.size();
    }

    /** Bars that touch each other stand side by side, each in the first column that is free. */
    private boolean sideBySide(List<Bar> cluster, float x) {
        List<List<Bar>> columns = new ArrayList<>();
        boolean hadRoom = true;
        for (Bar bar : cluster) {
            List<Bar> free = columns.stream()
                    .filter(column -> column.stream().noneMatch(bar::overlaps))
                    .findFirst()
                    .orElseGet(() -> {
                        columns.add(new ArrayList<>());
                        return columns.getLast();
                    });
            free.add(bar);
            hadRoom &= columns.size() <= COLUMNS_MAX;
        }
        int shown = Math.min(columns.size(), COLUMNS_MAX);
        float width = (dayWidth - 4) / Math.max(1, shown);
        for (int i = 0; i < shown; i++) {
            for (Bar bar : columns.get(i)) {
                bar(bar, x + 2 + i * width, width - 1);
            }
        }
        if (!hadRoom) {
            float y = y(cluster.getFirst().from) + 1.5f;
            canvas.left("+ " + hidden(columns) + " more, in the list", MORE, x + 4, y, dayWidth - 6);
        }
        return hadRoom;
    }

    private static int hidden(List<List<Bar>> columns) {
        return columns.stream().skip(COLUMNS_MAX).mapToInt(List::size).sum();
    }

    private void bar(Bar bar, float x, float width) {
        float top = y(bar.from);
        float height = Math.max(HEIGHT_MIN, top - y(bar.till) - 0.5f);
        PdfSheet.entry(canvas, colors, bar.event, bar.event.title(), x, top - height, width, height);
        if (height > 2 * HEIGHT_MIN) {
            canvas.left(times(bar.event, width - 5), HOUR, x + 4, top - 2 * HEIGHT_MIN + 1, width - 5);
        }
    }

    private String times(EventItem event, float width) {
        String whole = PdfTimes.fromTill(event, event.localStart().toLocalDate(), period.zone());
        return canvas.width(whole, HOUR) <= width ? whole : PdfTimes.start(event);
    }

    private List<EventItem> on(LocalDate day) {
        TimeSlot whole = new Span(day, day).whole(period.zone());
        return period.events().stream()
                .filter(event -> event.slot().overlaps(whole))
                .toList();
    }

    private List<EventItem> allDay(LocalDate day) {
        return on(day).stream().filter(event -> isAllDay(event, day)).toList();
    }

    private static boolean isAllDay(EventItem event, LocalDate day) {
        LocalDateTime start = event.localStart().toLocalDateTime();
        LocalDateTime end = event.localEnd().toLocalDateTime();
        boolean coversDay = !start.isAfter(day.atStartOfDay())
                && !end.isBefore(day.plusDays(1).atStartOfDay());
        return event.allDay() || event.count() > 1 || coversDay;
    }

    private List<Bar> bars(LocalDate day) {
        return on(day).stream()
                .filter(event -> !isAllDay(event, day))
                .map(event -> {
                    int from = minute(event.localStart(), day);
                    return new Bar(event, from, Math.max(from + 1, minute(event.localEnd(), day)));
                })
                .toList();
    }

    private static int minute(OffsetDateTime time, LocalDate day) {
        if (time.toLocalDate().isBefore(day)) {
            return 0;
        }
        return time.toLocalDate().isAfter(day) ? MINUTES_OF_DAY : time.getHour() * 60 + time.getMinute();
    }
}
