package dev.almanac.terminal.source;

import dev.almanac.terminal.api.Conflict;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.BookEvent;
import dev.almanac.terminal.calendar.Command.RescheduleEvent;
import dev.almanac.terminal.calendar.Forecast;
import dev.almanac.terminal.calendar.Forecast.Outcome;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.calendar.TimeSlot;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What-if, in sentences. Blocks, and fails as the API does. */
public final class Forecasting {
    private static final int NAMED_MAX = 3;
    private final Sending sending;

    public Forecasting(Sending sending) {
        this.sending = sending;
    }

    public Forecast of(Command command) {
        if (command instanceof RescheduleEvent move && staysWhereItIs(move)) {
            return new Forecast(Outcome.UNKNOWN, List.of("It is there now: choose another time."));
        }
        return sending.forecast(command)
                .map(told -> sentences(told, command))
                .orElseGet(() -> new Forecast(
                        Outcome.UNKNOWN, List.of("What this does cannot be foretold; it is checked when it is sent.")));
    }

    private static boolean staysWhereItIs(RescheduleEvent move) {
        return move.start().equals(move.item().startIn(move.zone()).toLocalDateTime());
    }

    static ZoneId zoneOf(Command command) {
        return switch (command) {
            case BookEvent book -> book.zone();
            case RescheduleEvent move -> move.zone();
            default -> ZoneOffset.UTC;
        };
    }

    private static Forecast sentences(dev.almanac.terminal.api.Forecast told, Command command) {
        ZoneId zone = zoneOf(command);
        if (told.firstRefusal().isPresent()) {
            return new Forecast(
                    Outcome.REFUSED, Failures.sentences(told.firstRefusal().get(), zone));
        }
        if (!told.detected().isEmpty()) {
            return new Forecast(Outcome.WARNED, detected(told.detected(), command, zone));
        }
        if (told.overbookings() > 0) {
            return new Forecast(Outcome.WARNED, List.of("Possible; the calendar is nearly full then."));
        }
        return new Forecast(
                Outcome.FREE,
                List.of(
                        told.cleared() > 0
                                ? "Free, and it ends " + Spoken.count(told.cleared(), "conflict") + "."
                                : "Free: nothing is in the way."));
    }

    private static List<String> detected(List<Conflict> detected, Command command, ZoneId zone) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Possible, but it would be in conflict:");
        detected.stream()
                .limit(NAMED_MAX)
                .map(conflict -> other(conflict, command) + ", "
                        + conflict.type().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                        + Spoken.span(new TimeSlot(conflict.overlapStart(), conflict.overlapEnd()), zone))
                .forEach(sentences::add);
        return sentences;
    }

    /** Of the two the one that is not asked about. */
    private static String other(Conflict conflict, Command command) {
        String own = command instanceof RescheduleEvent move ? move.item().id() : "";
        boolean first = Objects.requireNonNullElse(conflict.eventId(), "").equals(own);
        String title =
                first || (own.isEmpty() && titleIsOwn(conflict, command)) ? conflict.otherTitle() : conflict.title();
        return Objects.requireNonNullElse(title, "something that you may not see");
    }

    private static boolean titleIsOwn(Conflict conflict, Command command) {
        return command instanceof BookEvent book && book.title().equals(conflict.title());
    }
}
