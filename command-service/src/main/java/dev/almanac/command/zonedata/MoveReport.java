package dev.almanac.command.zonedata;

import dev.almanac.command.ledger.ZoneMoves.Move;
import dev.almanac.command.ledger.ZoneMoves.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an event or an occurrence. */
record MoveReport(
        Kind kind,
        String id,
        String scheduleId,
        String calendarId,
        String timeZone,
        String localStart,
        Instant fromStartDateTime,
        Instant fromEndDateTime,
        Instant toStartDateTime,
        Instant toEndDateTime,
        Outcome outcome,
        @Nullable String reason,
        List<String> inTheWay) {

    /** What has moved. */
    enum Kind {
        EVENT,
        OCCURRENCE
    }

    MoveReport {
        inTheWay = List.copyOf(inTheWay);
    }

    static MoveReport of(Move move) {
        return new MoveReport(
                move.itemId().equals(move.scheduleId()) ? Kind.EVENT : Kind.OCCURRENCE,
                move.itemId(),
                move.scheduleId(),
                move.calendarId(),
                move.timeZone(),
                move.localStart(),
                move.from().start(),
                move.from().end(),
                move.to().start(),
                move.to().end(),
                move.outcome(),
                move.reason(),
                move.inTheWay());
    }
}
