package dev.almanac.query.calendars.export;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.calendars.export.PdfCanvas.Style;
import dev.almanac.query.diary.EventItem;
import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What every page has: a head, a legend and its number. */
final class PdfSheet extends PdfPageEventHelper {
    static final Rectangle PAGE = PageSize.A4.rotate();
    static final float MARGIN = 30;
    static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
    static final float TOP = PAGE.getHeight() - MARGIN - 34;
    static final float BOTTOM = MARGIN + 22;
    private static final Style TITLE = new Style(18, true, PdfColors.TEXT);
    private static final Style SUBTITLE = new Style(9.5f, false, PdfColors.FAINT);
    private static final Style SMALL = new Style(7, false, PdfColors.FAINT);
    private static final float TOTAL_WIDTH = 24;
    /** Wide enough for most, and several fit into a line. */
    private static final float LABEL_MAX = 90;

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm xxx", Locale.ENGLISH);
    private final ExportedPeriod period;
    private final PdfColors colors;
    private final PdfFonts fonts;
    private final PdfTemplate total;

    PdfSheet(ExportedPeriod period, PdfColors colors, PdfFonts fonts, PdfWriter writer) {
        this.period = period;
        this.colors = colors;
        this.fonts = fonts;
        this.total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, 10);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        PdfCanvas canvas = new PdfCanvas(page, fonts);
        float head = PAGE.getHeight() - MARGIN - 14;
        canvas.left(period.title(), TITLE, MARGIN, head, WIDTH * 0.6f);
        canvas.right(period.calendarName(), TITLE, MARGIN + WIDTH * 0.62f, head, WIDTH * 0.38f);
        canvas.left(
                "Times of %s · %d %s"
                        .formatted(
                                period.zone().getId(),
                                period.events().size(),
                                period.events().size() == 1 ? "entry" : "entries"),
                SUBTITLE,
                MARGIN,
                head - 13,
                WIDTH * 0.6f);
        canvas.right(
                "as of " + MADE.format(period.madeAt().atZone(period.zone())),
                SUBTITLE,
                MARGIN + WIDTH * 0.62f,
                head - 13,
                WIDTH * 0.38f);
        legend(canvas);
        canvas.right("Page " + writer.getPageNumber() + " of", SMALL, MARGIN + WIDTH - TOTAL_WIDTH - 82, MARGIN, 80);
        page.addTemplate(total, MARGIN + WIDTH - TOTAL_WIDTH, MARGIN);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        new PdfCanvas(total, fonts).left(Integer.toString(writer.getPageNumber() - 1), SMALL, 0, 0, TOTAL_WIDTH);
    }

    private void legend(PdfCanvas canvas) {
        float x = MARGIN;
        float end = MARGIN + WIDTH - 110;
        if (period.events().stream().anyMatch(event -> event.conflictLevel() != ConflictLevel.NONE)) {
            x = warning(canvas, x, ConflictLevel.CRITICAL, "severe conflict");
            x = warning(canvas, x, ConflictLevel.MODERATE, "moderate");
            x = warning(canvas, x, ConflictLevel.MINOR, "minor");
        }
        if (period.events().stream().anyMatch(event -> event.status() == ScheduleStatus.TENTATIVE)) {
            canvas.dashedOutline(PdfColors.FAINT, x, MARGIN - 1, 10, 7);
            x = label(canvas, x + 14, "tentative");
        }
        for (Map.Entry<String, Color> category : colors.legend().entrySet()) {
            if (x > end - LABEL_MAX) {
                label(canvas, x, "…");
                return;
            }
            canvas.fill(category.getValue(), x, MARGIN - 1, 7, 7);
            x = label(canvas, x + 10, category.getKey());
        }
    }

    private static float warning(PdfCanvas canvas, float x, ConflictLevel level, String what) {
        canvas.warning(PdfColors.of(level), x, MARGIN - 1, 8);
        return label(canvas, x + 11, what);
    }

    private static float label(PdfCanvas canvas, float x, String text) {
        canvas.left(text, SMALL, x, MARGIN, LABEL_MAX);
        return x + Math.min(LABEL_MAX, canvas.width(text, SMALL)) + 12;
    }

    /** An entry within a box: its colour at the edge, a mark if it is in conflict, and as much text as has room. */
    static void entry(
            PdfCanvas canvas,
            PdfColors colors,
            EventItem event,
            String text,
            float x,
            float y,
            float width,
            float height) {
        Color color = colors.of(event);
        if (event.status() == ScheduleStatus.TENTATIVE) {
            canvas.fill(Color.WHITE, x, y, width, height);
            canvas.dashedOutline(color, x, y, width, height);
        } else {
            canvas.fill(PdfColors.pale(color), x, y, width, height);
        }
        canvas.fill(color, x, y, 2, height);
        float size = Math.min(7, height - 2);
        float textY = y + height - size - 0.6f;
        float textX = x + 4;
        if (event.conflictLevel() != ConflictLevel.NONE) {
            canvas.warning(PdfColors.of(event.conflictLevel()), textX, textY - 0.6f, size);
            textX += size + 2;
        }
        canvas.left(text, new Style(size, false, PdfColors.TEXT), textX, textY, x + width - textX - 1);
    }
}
