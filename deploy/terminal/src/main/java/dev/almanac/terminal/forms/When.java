package dev.almanac.terminal.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** The date and the time of a form that has one field for each. */
final class When {
    private When() {}

    /** Empty while either is not understood. */
    static Optional<LocalDateTime> of(Form form) {
        return date(form).flatMap(date -> time(form).map(date::atTime));
    }

    private static Optional<LocalDate> date(Form form) {
        return form.fields().stream()
                .flatMap(field -> field instanceof DateField date && date.isUnderstood()
                        ? Optional.of(date.date()).stream()
                        : Optional.<LocalDate>empty().stream())
                .findFirst();
    }

    private static Optional<LocalTime> time(Form form) {
        return form.fields().stream()
                .flatMap(field -> field instanceof TimeField time && time.isUnderstood()
                        ? Optional.of(time.time()).stream()
                        : Optional.<LocalTime>empty().stream())
                .findFirst();
    }
}
