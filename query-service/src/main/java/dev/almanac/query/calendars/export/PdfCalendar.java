package dev.almanac.query.calendars.export;

import dev.almanac.events.activity.ViewType;
import java.io.OutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** A calendar as a PDF that is printed: a grid, and behind it a list of everything if the grid has no room for all. */
@Component
class PdfCalendar {
    private final PdfFonts fonts;

    PdfCalendar(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** Pages are written as they are full. */
    void write(ExportedPeriod period, OutputStream out) {
        Document document = new Document(PdfSheet.PAGE);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        PdfColors colors = new PdfColors(period.events());
        document.addTitle(period.calendarName() + ", " + period.title());
        document.addCreator("Almanac");
        document.setDocumentLanguage("en");
        document.open();
        writer.setPageEvent(new PdfSheet(period, colors, fonts, writer));
        PdfCanvas canvas = new PdfCanvas(writer.getDirectContent(), fonts);
        boolean hadRoom = period.type() == ViewType.MONTHLY
                ? new PdfMonth(period, colors, canvas).draw()
                : new PdfHours(period, colors, canvas).draw();
        if (!hadRoom) {
            new PdfList(period, colors, canvas, () -> newPage(document, writer)).draw();
        }
        writer.setPageEmpty(false);
        document.close();
    }

    private static void newPage(Document document, PdfWriter writer) {
        writer.setPageEmpty(false);
        document.newPage();
    }
}
