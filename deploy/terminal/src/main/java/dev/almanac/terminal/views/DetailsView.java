package dev.almanac.terminal.views;

import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.screen.Area;
import dev.almanac.terminal.screen.Tone;
import dev.almanac.terminal.text.Columns;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** All that is known of an item. */
final class DetailsView {
    private static final int COLUMNS = 66;
    private static final int LABEL_COLUMNS = 10;

    /** A fact, and what it is about. */
    private record Fact(String label, String text) {}

    private DetailsView() {}

    static void draw(Sheet sheet, Item item, ZoneId zone, Area area) {
        List<String> title = Columns.wrapped(item.title(), COLUMNS - 4);
        List<Fact> facts = facts(item, zone);
        Area inside = sheet.box(
                area.centred(title.size() + facts.size() + 5, COLUMNS),
                item.kind().word());
        int row = inside.row();
        for (String line : title) {
            sheet.canvas().put(row++, inside.column(), inside.columns(), line, Tone.STRONG);
        }
        row++;
        for (Fact fact : facts) {
            sheet.canvas().put(row, inside.column(), LABEL_COLUMNS, fact.label(), Tone.QUIET);
            sheet.canvas()
                    .put(
                            row++,
                            inside.column() + LABEL_COLUMNS,
                            inside.columns() - LABEL_COLUMNS,
                            fact.text(),
                            Tone.PLAIN);
        }
        sheet.canvas().put(row + 1, inside.column(), "Any key closes this; then r moves, x removes.", Tone.QUIET);
    }

    private static List<Fact> facts(Item item, ZoneId zone) {
        return List.of(
                new Fact("starts", at(item.startIn(zone))),
                new Fact("ends", at(item.endIn(zone))),
                new Fact("zone", zone.getId()),
                new Fact("where", item.place()),
                new Fact("status", item.statusWord() + (item.recurring() ? ", repeats" : "")),
                new Fact("conflict", item.conflict().name().toLowerCase(Locale.ROOT)),
                new Fact("id", item.id()));
    }

    private static String at(ZonedDateTime time) {
        return Spoken.day(time.toLocalDate()) + ", " + Spoken.clock(time) + " (" + time.getOffset() + ")";
    }
}
