package dev.almanac.query.calendars.export;

import java.awt.Color;
import java.text.Bidi;
import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** Draws on a page. Lengths are points, and y grows upwards. */
final class PdfCanvas {
    private static final String CUT = "…";
    private final PdfContentByte page;
    private final PdfFonts fonts;

    PdfCanvas(PdfContentByte page, PdfFonts fonts) {
        this.page = page;
        this.fonts = fonts;
    }

    /** How a text is written. */
    record Style(float size, boolean bold, Color color) {
        Style in(Color other) {
            return new Style(size, bold, other);
        }
    }

    void left(String text, Style style, float x, float y, float width) {
        write(text, style, Element.ALIGN_LEFT, x, y, width);
    }

    void centered(String text, Style style, float x, float y, float width) {
        write(text, style, Element.ALIGN_CENTER, x + width / 2, y, width);
    }

    void right(String text, Style style, float x, float y, float width) {
        write(text, style, Element.ALIGN_RIGHT, x + width, y, width);
    }

    private void write(String text, Style style, int alignment, float x, float y, float width) {
        String fitting = fitting(text, style, width);
        Phrase phrase = new Phrase();
        fonts.runs(fitting, style.bold())
                .forEach(run -> phrase.add(
                        new Chunk(run.text(), new Font(run.font(), style.size(), Font.NORMAL, style.color()))));
        char[] characters = fitting.toCharArray();
        boolean isMirrored = Bidi.requiresBidi(characters, 0, characters.length);
        ColumnText.showTextAligned(
                page,
                alignment,
                phrase,
                x,
                y,
                0,
                isMirrored ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_NO_BIDI,
                0);
    }

    float width(String text, Style style) {
        return fonts.width(text, style.size(), style.bold());
    }

    /** The text, or as much of it as has room. */
    private String fitting(String text, Style style, float width) {
        if (width(text, style) <= width) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        int fits = 0;
        int tooMany = characters.length;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (width(new String(characters, 0, middle) + CUT, style) <= width) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return new String(characters, 0, fits).stripTrailing() + CUT;
    }

    void fill(Color color, float x, float y, float width, float height) {
        page.setColorFill(color);
        page.rectangle(x, y, width, height);
        page.fill();
    }

    void outline(Color color, float line, float x, float y, float width, float height) {
        page.setColorStroke(color);
        page.setLineWidth(line);
        page.rectangle(x, y, width, height);
        page.stroke();
    }

    void dashedOutline(Color color, float x, float y, float width, float height) {
        page.setLineDash(2, 1.5f, 0);
        outline(color, 0.6f, x, y, width, height);
        page.setLineDash(0);
    }

    void line(Color color, float line, float fromX, float fromY, float tillX, float tillY) {
        page.setColorStroke(color);
        page.setLineWidth(line);
        page.moveTo(fromX, fromY);
        page.lineTo(tillX, tillY);
        page.stroke();
    }

    /** A triangle with an exclamation mark. */
    void warning(Color color, float x, float y, float size) {
        page.setColorFill(color);
        page.moveTo(x, y);
        page.lineTo(x + size, y);
        page.lineTo(x + size / 2, y + size);
        page.closePath();
        page.fill();
        centered("!", new Style(size * 0.75f, true, Color.WHITE), x, y + size * 0.12f, size);
    }
}
