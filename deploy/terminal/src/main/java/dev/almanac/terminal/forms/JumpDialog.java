package dev.almanac.terminal.forms;

import java.time.LocalDate;
import java.util.List;

/** Another date to look at. */
public record JumpDialog(Form form) implements Dialog {

    public static JumpDialog from(LocalDate shown, LocalDate today) {
        return new JumpDialog(Form.of("Go to a date", List.of(), List.of(DateField.of("Date", shown, today)), "go"));
    }

    public LocalDate date() {
        return form.fields().getFirst() instanceof DateField field ? field.date() : LocalDate.EPOCH;
    }

    @Override
    public JumpDialog with(Form changed) {
        return new JumpDialog(changed);
    }
}
