package dev.almanac.terminal.forms;

import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.BookEvent;
import dev.almanac.terminal.calendar.Lane;
import dev.almanac.terminal.times.LengthWords;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A new event on one of the calendars. */
public record BookDialog(List<Lane> calendars, ZoneId zone, Form form, Foresight foresight) implements Foreseeing {
    private static final String TITLE = "Title";
    private static final String CALENDAR = "Calendar";
    private static final String LENGTH = "Length";

    public BookDialog {
        calendars = List.copyOf(calendars);
    }

    public static BookDialog of(
            List<Lane> calendars, String calendarId, LocalDateTime start, ZoneId zone, LocalDate today) {
        List<Lane> bookable = calendars.stream().filter(lane -> !lane.queue()).toList();
        int chosen = IntStream.range(0, bookable.size())
                .filter(index -> bookable.get(index).id().equals(calendarId))
                .findFirst()
                .orElse(0);
        Form form = Form.of(
                "New event",
                List.of("Times are of " + zone.getId() + "."),
                List.of(
                        new TextField(TITLE, "", "what it is called"),
                        new ChoiceField(
                                CALENDAR, bookable.stream().map(Lane::name).toList(), chosen),
                        DateField.of("Date", start.toLocalDate(), today),
                        TimeField.of("Time", start.toLocalTime()),
                        new TextField(LENGTH, "1h", "such as 1h, 90m or 1h30")),
                "book");
        return new BookDialog(bookable, zone, form, Foresight.NONE);
    }

    @Override
    public Optional<Command> command() {
        String title = form.text(TITLE);
        OptionalInt calendar = chosen();
        Optional<Duration> length = LengthWords.parse(form.text(LENGTH));
        if (title.isEmpty() || calendar.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        String calendarId = calendars.get(calendar.getAsInt()).id();
        return When.of(form)
                .map(start ->
                        new BookEvent(calendarId, title, start, length.get(), zone, form.text(MoveDialog.OVERRIDE)));
    }

    private OptionalInt chosen() {
        return form.fields().stream()
                .filter(field -> !calendars.isEmpty() && field instanceof ChoiceField)
                .mapToInt(field -> ((ChoiceField) field).chosen())
                .findFirst();
    }

    @Override
    public BookDialog with(Form changed) {
        return new BookDialog(calendars, zone, changed, foresight);
    }

    @Override
    public BookDialog with(Foresight known) {
        return new BookDialog(calendars, zone, form, known);
    }
}
