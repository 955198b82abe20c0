package dev.almanac.query.calendars.export;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.calendars.export.PdfCanvas.Style;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.http.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Everything, line by line: for what a grid has no room for. */
final class PdfList {
    private static final float LINE = 11.5f;
    private static final float HEAD = 17;
    private static final float TIMES = 150;
    private static final float TITLE = 290;
    private static final float CATEGORY = 100;
    private static final float STATUS = 75;
    private static final Style DAY = new Style(9.5f, true, PdfColors.TEXT);
    private static final Style TEXT = new Style(8, false, PdfColors.TEXT);
    private static final Style FAINT = new Style(8, false, PdfColors.FAINT);
    private final ExportedPeriod period;
    private final PdfColors colors;
    private final PdfCanvas canvas;
    private final Runnable newPage;
    private float y = PdfSheet.TOP;

    PdfList(ExportedPeriod period, PdfColors colors, PdfCanvas canvas, Runnable newPage) {
        this.period = period;
        this.colors = colors;
        this.canvas = canvas;
        this.newPage = newPage;
    }

    void draw() {
        newPage.run();
        period.span().days().forEach(this::day);
    }

    private void day(LocalDate day) {
        TimeSlot whole = new Span(day, day).whole(period.zone());
        List<EventItem> events = period.events().stream()
                .filter(event -> event.slot().overlaps(whole))
                .toList();
        if (events.isEmpty()) {
            return;
        }
        need(HEAD + LINE);
        head(ExportedPeriod.dayTitle(day));
        for (EventItem event : events) {
            if (need(LINE)) {
                head(ExportedPeriod.dayTitle(day) + " (continued)");
            }
            line(event, day);
        }
        y -= 4;
    }

    /** Goes on with a new page unless there is room on this. */
    private boolean need(float height) {
        if (y - height >= PdfSheet.BOTTOM) {
            return false;
        }
        newPage.run();
        y = PdfSheet.TOP;
        return true;
    }

    private void head(String text) {
        y -= HEAD;
        canvas.fill(PdfColors.SHADE, PdfSheet.MARGIN, y + 1, PdfSheet.WIDTH, HEAD - 3);
        canvas.left(text, DAY, PdfSheet.MARGIN + 4, y + 4.5f, PdfSheet.WIDTH - 8);
    }

    private void line(EventItem event, LocalDate day) {
        y -= LINE;
        float x = PdfSheet.MARGIN + 4;
        canvas.fill(colors.of(event), x, y, 3, LINE - 2);
        x += 8;
        canvas.left(PdfTimes.fromTill(event, day, period.zone()), TEXT, x, y + 2, TIMES - 6);
        x += TIMES;
        if (event.conflictLevel() != ConflictLevel.NONE) {
            canvas.warning(PdfColors.of(event.conflictLevel()), x - 11, y + 0.5f, 9);
        }
        canvas.left(event.title(), TEXT, x, y + 2, TITLE - 6);
        x += TITLE;
        canvas.left(Objects.requireNonNullElse(event.category(), ""), FAINT, x, y + 2, CATEGORY - 6);
        x += CATEGORY;
        canvas.left(event.status().name().toLowerCase(Locale.ROOT), FAINT, x, y + 2, STATUS - 6);
        x += STATUS;
        canvas.left(
                Objects.requireNonNullElse(event.location(), ""),
                FAINT,
                x,
                y + 2,
                PdfSheet.MARGIN + PdfSheet.WIDTH - x);
        canvas.line(PdfColors.LINE, 0.3f, PdfSheet.MARGIN, y - 1, PdfSheet.MARGIN + PdfSheet.WIDTH, y - 1);
    }
}
