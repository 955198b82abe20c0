package dev.almanac.command.schedule.reschedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.command.http.Located;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.schedule.model.Relocated;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a move comes to; times are absent where nothing moved.
 *
 * @param oldStartDateTime absent of what was off its calendar
 * @param newLocalStart the new start on the clock of the event's zone
 * @param newSeriesId of a split the series that begins, also {@code Location}
 */
record MoveAnswer(
        @JsonUnwrapped WriteAnswer write,
        @Nullable Instant oldStartDateTime,
        @Nullable Instant oldEndDateTime,
        @Nullable OffsetDateTime oldLocalStart,
        @Nullable Instant newStartDateTime,
        @Nullable Instant newEndDateTime,
        @Nullable OffsetDateTime newLocalStart,
        @Nullable String timeZone,
        @Nullable String newSeriesId)
        implements Located {

    static MoveAnswer of(WriteAnswer write, Receipt receipt) {
        return receipt.outcome(Relocated.class)
                .map(moved -> of(write, moved))
                .orElseGet(() -> new MoveAnswer(write, null, null, null, null, null, null, null, null));
    }

    private static MoveAnswer of(WriteAnswer write, Relocated moved) {
        ZoneId zone = ZoneId.of(moved.timeZone());
        TimeSlot from = moved.from();
        return new MoveAnswer(
                write.without("timeZone"),
                from == null ? null : from.start(),
                from == null ? null : from.end(),
                from == null ? null : from.start().atZone(zone).toOffsetDateTime(),
                moved.to().start(),
                moved.to().end(),
                moved.to().start().atZone(zone).toOffsetDateTime(),
                moved.timeZone(),
                moved.newSeriesId());
    }

    @Override
    public @Nullable String location() {
        return newSeriesId == null ? null : "/schedules/" + newSeriesId;
    }
}
