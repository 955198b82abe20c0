package dev.almanac.query.calendars.export;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.calendars.export.PdfCanvas.Style;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.http.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/** A month as a grid of its weeks. */
final class PdfMonth {
    private static final float WEEK_WIDTH = 16;
    private static final float HEAD = 13;
    private static final float DAY_HEAD = 12;
    private static final float LINE = 9.6f;
    private static final Style WEEKDAY = new Style(8, true, PdfColors.FAINT);
    private static final Style DAY = new Style(8.5f, true, PdfColors.TEXT);
    private static final Style WEEK = new Style(6.5f, false, PdfColors.FAINT);
    private static final Style MORE = new Style(6.5f, false, PdfColors.FAINT);
    private final ExportedPeriod period;
    private final PdfColors colors;
    private final PdfCanvas canvas;
    private final float dayWidth = (PdfSheet.WIDTH - WEEK_WIDTH) / 7;

    PdfMonth(ExportedPeriod period, PdfColors colors, PdfCanvas canvas) {
        this.period = period;
        this.colors = colors;
        this.canvas = canvas;
    }

    /** Whether everything had room. */
    boolean draw() {
        Span month = period.span();
        LocalDate first = month.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = month.last().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        int weeks = (int) ((last.toEpochDay() - first.toEpochDay() + 1) / 7);
        float height = (PdfSheet.TOP - HEAD - PdfSheet.BOTTOM) / weeks;
        weekdays();
        boolean hadRoom = true;
        for (int week = 0; week < weeks; week++) {
            LocalDate monday = first.plusWeeks(week);
            float y = PdfSheet.TOP - HEAD - (week + 1) * height;
            canvas.centered(
                    Integer.toString(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                    WEEK,
                    PdfSheet.MARGIN,
                    y + height - 9,
                    WEEK_WIDTH);
            for (int day = 0; day < 7; day++) {
                hadRoom &= day(monday.plusDays(day), PdfSheet.MARGIN + WEEK_WIDTH + day * dayWidth, y, height);
            }
        }
        return hadRoom;
    }

    private void weekdays() {
        for (DayOfWeek day : DayOfWeek.values()) {
            canvas.centered(
                    day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    WEEKDAY,
                    PdfSheet.MARGIN + WEEK_WIDTH + (day.getValue() - 1) * dayWidth,
                    PdfSheet.TOP - HEAD + 4,
                    dayWidth);
        }
    }

    private boolean day(LocalDate day, float x, float y, float height) {
        boolean isOfMonth = !day.isBefore(period.span().first())
                && !day.isAfter(period.span().last());
        if (!isOfMonth || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            canvas.fill(PdfColors.SHADE, x, y, dayWidth, height);
        }
        canvas.outline(PdfColors.LINE, 0.5f, x, y, dayWidth, height);
        canvas.left(
                Integer.toString(day.getDayOfMonth()),
                isOfMonth ? DAY : DAY.in(PdfColors.LINE),
                x + 3,
                y + height - 9.5f,
                dayWidth);
        return !isOfMonth || entries(day, x, y, height);
    }

    private boolean entries(LocalDate day, float x, float y, float height) {
        TimeSlot whole = new Span(day, day).whole(period.zone());
        List<EventItem> events = period.events().stream()
                .filter(event -> event.slot().overlaps(whole))
                .toList();
        int room = (int) ((height - DAY_HEAD) / LINE);
        int shown = events.size() > room ? room - 1 : events.size();
        for (int i = 0; i < shown; i++) {
            EventItem event = events.get(i);
            PdfSheet.entry(
                    canvas,
                    colors,
                    event,
                    PdfTimes.ofMonth(event, day),
                    x + 2,
                    y + height - DAY_HEAD - (i + 1) * LINE + 0.8f,
                    dayWidth - 4,
                    LINE - 0.8f);
        }
        if (shown < events.size()) {
            canvas.left(
                    "+ " + (events.size() - shown) + " more, in the list",
                    MORE,
                    x + 4,
                    y + height - DAY_HEAD - (shown + 1) * LINE + 2.5f,
                    dayWidth - 6);
        }
        return shown == events.size();
    }
}
