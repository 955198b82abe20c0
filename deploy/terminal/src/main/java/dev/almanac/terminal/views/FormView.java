package dev.almanac.terminal.views;

import dev.almanac.terminal.board.Board;
import dev.almanac.terminal.board.Target;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.forms.DateField;
import dev.almanac.terminal.forms.Dialog;
import dev.almanac.terminal.forms.Field;
import dev.almanac.terminal.forms.Foreseeing;
import dev.almanac.terminal.forms.Form;
import dev.almanac.terminal.forms.TextField;
import dev.almanac.terminal.forms.TickField;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Tone;
import dev.almanac.terminal.text.Columns;
import java.util.ArrayList;
import java.util.List;

/** A form in a box over the view, with what its command would come to. */
final class FormView {
    private static final int COLUMNS = 76;
    private static final int LABEL_COLUMNS = 10;
    private static final int FORECAST_ROWS = 4;

    /** A line of text in a tone. */
    private record Line(String text, Tone tone) {}

    private FormView() {}

    static void draw(Sheet sheet, Board board, Dialog dialog, Area area) {
        Form form = dialog.form();
        List<Line> says = form.says().stream()
                .flatMap(text -> Columns.wrapped(text, COLUMNS - 4).stream())
                .map(text -> new Line(text, Tone.QUIET))
                .toList();
        List<Line> forecast = forecast(dialog);
        boolean picks = form.fields().stream().anyMatch(DateField.class::isInstance);
        int forecastRows = dialog instanceof Foreseeing ? Math.max(FORECAST_ROWS, forecast.size()) + 1 : 0;
        int fieldRows = Math.max(form.fields().size(), picks ? Picker.ROWS : 0);
        int needed = says.size() + 1 + fieldRows + forecastRows + 5;
        Area inside = sheet.box(area.centred(needed, COLUMNS), form.title());
        int row = lines(sheet, says, inside, inside.row());
        Area fields = new Area(
                row + (says.isEmpty() ? 0 : 1),
                inside.column(),
                Math.min(fieldRows, inside.rows() - forecastRows - says.size() - 3),
                inside.columns());
        fields(sheet, form, picks ? fields.left(fields.columns() - Picker.COLUMNS - 1) : fields);
        picker(sheet, board, form, fields);
        lines(sheet, forecast, inside, fields.row() + fields.rows() + 1);
        foot(sheet, form, inside);
    }

    private static void fields(Sheet sheet, Form form, Area area) {
        Window window = Window.around(form.focus(), form.fields().size(), area.rows());
        for (int index = window.first(); index < window.end(); index++) {
            Area line = Area.line(area.row() + index - window.first(), area.column(), area.columns());
            field(sheet, form.fields().get(index), index == form.focus(), line);
            sheet.mark(line, Target.row(index));
        }
    }

    private static void field(Sheet sheet, Field field, boolean focused, Area line) {
        String pointer = focused ? "› " : "  ";
        Tone tone = focused ? Tone.KEY : Tone.PLAIN;
        if (field instanceof TickField tick) {
            sheet.canvas()
                    .put(line.row(), line.column(), line.columns(), pointer + tick.shown() + " " + tick.label(), tone);
            return;
        }
        sheet.canvas().put(line.row(), line.column(), pointer + field.label(), tone);
        String caret = focused && field instanceof TextField ? "_" : "";
        Area value = line.right(line.columns() - LABEL_COLUMNS - 2);
        sheet.canvas()
                .fill(
                        line.row(),
                        value.column(),
                        value.columns(),
                        end(field.shown() + caret, value.columns()),
                        focused ? Tone.FIELD : Tone.PLAIN);
    }

    /** Whoever types sees what they typed last. */
    private static String end(String text, int columns) {
        String shown = text;
        while (Columns.of(shown) > columns) {
            shown = shown.substring(shown.offsetByCodePoints(0, 1));
        }
        return shown;
    }

    private static void picker(Sheet sheet, Board board, Form form, Area fields) {
        form.fields().stream()
                .filter(DateField.class::isInstance)
                .map(DateField.class::cast)
                .findFirst()
                .ifPresent(field ->
                        Picker.draw(sheet.canvas(), field.date(), board.today(), fields.right(Picker.COLUMNS)));
    }

    private static List<Line> forecast(Dialog dialog) {
        if (!(dialog instanceof Foreseeing foreseeing)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        foreseeing.foresight().forecast().ifPresent(forecast -> lines.addAll(told(forecast)));
        if (foreseeing.foresight().isAsking()) {
            lines.add(new Line("What would it do? Asking …", Tone.QUIET));
        }
        return lines;
    }

    private static List<Line> told(Forecast forecast) {
        Tone tone = Tones.of(forecast.outcome());
        String mark = switch (forecast.outcome()) {
            case FREE -> "✓ ";
            case WARNED -> "! ";
            case REFUSED -> "✗ ";
            case UNKNOWN -> "? ";
        };
        List<Line> lines = new ArrayList<>();
        for (String sentence : forecast.sentences()) {
            for (String text : Columns.wrapped(sentence, COLUMNS - 6)) {
                lines.add(new Line((lines.isEmpty() ? mark : "  ") + text, tone));
            }
        }
        return lines;
    }

    private static int lines(Sheet sheet, List<Line> lines, Area inside, int first) {
        int row = first;
        int last = inside.row() + inside.rows() - 2;
        for (Line line : lines) {
            if (row < last) {
                sheet.canvas().put(row++, inside.column(), inside.columns(), line.text(), line.tone());
            }
        }
        return row;
    }

    private static void foot(Sheet sheet, Form form, Area inside) {
        int row = inside.row() + inside.rows() - 2;
        String hint = form.focused().map(Field::hint).orElse("");
        sheet.canvas().put(row, inside.column(), inside.columns(), hint, Tone.QUIET);
        String tab = form.fields().size() > 1 ? " · Tab next field" : "";
        sheet.canvas()
                .put(
                        row + 1,
                        inside.column(),
                        inside.columns(),
                        "Enter " + form.action() + tab + " · Esc leave",
                        Tone.STRONG);
    }
}
