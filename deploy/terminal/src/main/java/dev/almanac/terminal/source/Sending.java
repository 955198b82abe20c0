package dev.almanac.terminal.source;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Booking;
import dev.almanac.terminal.api.Bookings;
import dev.almanac.terminal.api.Forecast;
import dev.almanac.terminal.api.Move;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Command.ApplySuggestion;
import dev.almanac.terminal.calendar.Command.ApproveMissedRun;
import dev.almanac.terminal.calendar.Command.BookEvent;
import dev.almanac.terminal.calendar.Command.PauseRule;
import dev.almanac.terminal.calendar.Command.RemoveEvent;
import dev.almanac.terminal.calendar.Command.RescheduleEvent;
import dev.almanac.terminal.calendar.Command.ResumeRule;
import dev.almanac.terminal.calendar.Command.RunRuleNow;
import dev.almanac.terminal.calendar.Command.UndoChange;
import dev.almanac.terminal.calendar.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what was decided, and finds out beforehand what it would come to. Blocks, and fails as the API does. */
public final class Sending {
    private final Api api;

    public Sending(Api api) {
        this.api = api;
    }

    public void send(Command command) {
        var _ = switch (command) {
            case BookEvent book -> api.bookings().send(Bookings.booking(booking(book)));
            case RescheduleEvent move
            when move.item().kind().isRun() -> api.runs().move(move.item().id(), move(move));
            case RescheduleEvent move -> api.bookings().send(moving(move));
            case RemoveEvent removal -> api.bookings().send(removal(removal));
            case UndoChange(var change) -> api.undo().undo(change.changeId());
            case PauseRule(var run, var reason) -> api.rules().pause(run.ruleId(), orNull(reason));
            case ResumeRule(var run) -> api.rules().resume(run.ruleId(), null);
            case RunRuleNow(var run) -> api.rules().runNow(run.ruleId(), null);
            case ApproveMissedRun(var run) -> api.runs().approve(run.id(), null);
            case ApplySuggestion apply -> apply(apply);
        };
    }

    /** Empty where the API cannot foretell it. */
    Optional<Forecast> forecast(Command command) {
        return switch (command) {
            case BookEvent book -> Optional.of(api.forecasts().of(Bookings.booking(booking(book))));
            case RescheduleEvent move
            when !move.item().kind().isRun() -> Optional.of(api.forecasts().of(moving(move)));
            default -> Optional.empty();
        };
    }

    private static Booking booking(BookEvent book) {
        Booking booking = Booking.of(
                book.calendarId(),
                book.title(),
                book.start().toString(),
                book.end().toString(),
                book.zone().getId());
        return book.override().isEmpty() ? booking : booking.overriding(book.override());
    }

    private static Move move(RescheduleEvent move) {
        return new Move(
                move.start().toString(),
                null,
                move.zone().getId(),
                move.scope().map(Scope::name).orElse(null),
                orNull(move.reason()),
                orNull(move.override()));
    }

    /** Of an occurrence the version is not its series'. */
    private static dev.almanac.terminal.api.Command moving(RescheduleEvent move) {
        var moving = Bookings.move(move.item().id(), move(move));
        return move.item().recurring() ? moving : moving.over(move.item().version());
    }

    private static dev.almanac.terminal.api.Command removal(RemoveEvent removal) {
        var removing = Bookings.removal(
                removal.item().id(),
                orNull(removal.reason()),
                removal.scope().map(Scope::name).orElse(null));
        return removal.item().recurring()
                ? removing
                : removing.over(removal.item().version());
    }

    /** What became impossible meanwhile is not offered any more. */
    private dev.almanac.terminal.api.Written apply(ApplySuggestion apply) {
        var conflict = api.conflicts().get(apply.conflict().id());
        var suggestion = conflict.suggestions().stream()
                .filter(offered ->
                        offered.json().toString().equals(apply.suggestion().asGiven()))
                .findFirst()
                .orElseThrow(() -> new NoLongerOffered("This way out is no longer offered: the conflict has changed."));
        return api.conflicts().apply(conflict, suggestion, null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
