package dev.almanac.command.overbooking;

import dev.almanac.command.store.CalendarStreams;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Appends without reading the calendar: a rush on a full slot must not grow dearer with each refusal. */
@Component
class PreventedOverbookings {
    private final CalendarStreams calendars;

    PreventedOverbookings(CalendarStreams calendars) {
        this.calendars = calendars;
    }

    @CommandHandler
    void handle(RecordPreventedOverbooking command) {
        calendars.append(List.of(command.change()));
    }
}
