package dev.almanac.terminal.forms;

import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.RescheduleEvent;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Another date and time for what stays as long as it is. */
public record MoveDialog(Item item, ZoneId zone, Form form, Foresight foresight) implements Foreseeing {
    static final String OVERRIDE = "Override";
    private static final String SCOPE = "Which";
    private static final String REASON = "Reason";

    public static MoveDialog of(Item item, LocalDateTime to, ZoneId zone, LocalDate today) {
        List<Field> fields = new ArrayList<>();
        fields.add(DateField.of("Date", to.toLocalDate(), today));
        fields.add(TimeField.of("Time", to.toLocalTime()));
        if (item.recurring() && !item.kind().isRun()) {
            fields.add(new ChoiceField(
                    SCOPE, Arrays.stream(Scope.values()).map(Scope::words).toList(), 0));
        }
        fields.add(new TextField(REASON, "", "for the history; may stay empty"));
        List<String> says = List.of("Now " + Says.date(item.startIn(zone).toLocalDate()) + " "
                + Says.time(item.startIn(zone).toLocalTime())
                + lasting(item.slot().length())
                + ". Times are of " + zone.getId() + ".");
        return new MoveDialog(item, zone, Form.of("Move " + item.title(), says, fields, "move"), Foresight.NONE);
    }

    /** Nothing of a run, which is a moment. */
    private static String lasting(Duration length) {
        return length.isZero() ? "" : ", for " + Says.length(length);
    }

    @Override
    public Optional<Command> command() {
        return When.of(form)
                .map(start -> new RescheduleEvent(item, start, zone, scope(), form.text(REASON), form.text(OVERRIDE)));
    }

    private Optional<Scope> scope() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.words().equals(form.text(SCOPE)))
                .findFirst();
    }

    @Override
    public MoveDialog with(Form changed) {
        return new MoveDialog(item, zone, changed, foresight);
    }

    @Override
    public MoveDialog with(Foresight known) {
        return new MoveDialog(item, zone, form, known);
    }
}
