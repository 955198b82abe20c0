package dev.almanac.query.orphans;

import dev.almanac.events.schedule.Companion;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.orphans.Orphan.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which companions of an event are out of step with it. */
final class Orphans {
    private Orphans() {}

    /** Of those pairs of which something is still to come. */
    static List<Orphan> of(ScheduleView primary, Map<String, ScheduleView> events, Instant now) {
        return primary.details().companions().stream()
                .map(companion -> new Paired(primary, companion, events.get(companion.scheduleId()), now))
                .filter(paired -> !paired.isOver())
                .flatMap(paired -> paired.orphan().stream())
                .toList();
    }

    /**
     * One pair.
     *
     * @param found null where there is no such event
     */
    private record Paired(
            ScheduleView primary,
            Companion companion,
            @Nullable ScheduleView found,
            Instant now) {

        boolean isOver() {
            return isOver(primary) && !expected().isAfter(now) && (found == null || isOver(found));
        }

        private boolean isOver(ScheduleView event) {
            return event.lastEnd() != null && !event.lastEnd().isAfter(now);
        }

        Optional<Orphan> orphan() {
            return kind().map(kind -> new Orphan(
                    kind,
                    primary.id(),
                    primary.details().title(),
                    primary.booking().calendarId(),
                    companion.scheduleId(),
                    expected(),
                    foundStart(),
                    repair(kind),
                    null));
        }

        private Optional<Kind> kind() {
            return switch (primary.status()) {
                case TENTATIVE, SCHEDULED, CONFIRMED, RESCHEDULING -> kindOfCompanion();
                case UNSCHEDULED -> foundStart() == null ? Optional.empty() : Optional.of(Kind.PRIMARY_UNSCHEDULED);
                case CANCELLED -> foundStart() == null ? Optional.empty() : Optional.of(Kind.PRIMARY_CANCELLED);
            };
        }

        private Optional<Kind> kindOfCompanion() {
            if (found == null) {
                return Optional.of(Kind.COMPANION_MISSING);
            }
            return switch (found.status()) {
                case TENTATIVE, SCHEDULED, CONFIRMED, RESCHEDULING ->
                    expected().equals(foundStart()) ? Optional.empty() : Optional.of(Kind.COMPANION_OFF);
                case UNSCHEDULED -> Optional.of(Kind.COMPANION_UNSCHEDULED);
                case CANCELLED -> Optional.of(Kind.COMPANION_CANCELLED);
            };
        }

        /** As companions follow: by the first start of a series. */
        private Instant expected() {
            return primary.booking().startDateTime().plus(companion.offset());
        }

        private @Nullable Instant foundStart() {
            return found == null || !found.status().isOnCalendar()
                    ? null
                    : found.booking().startDateTime();
        }

        private Repair repair(Kind kind) {
            return switch (kind) {
                case COMPANION_MISSING, COMPANION_CANCELLED -> parting();
                // Nothing is moved into the past.
                case COMPANION_UNSCHEDULED, COMPANION_OFF ->
                    expected().isAfter(now) ? Repair.moving(companion.scheduleId(), expected()) : parting();
                case PRIMARY_UNSCHEDULED -> Repair.unscheduling(companion.scheduleId());
                case PRIMARY_CANCELLED -> Repair.cancelling(companion.scheduleId());
            };
        }

        private Repair parting() {
            return Repair.pairing(
                    primary.id(),
                    primary.details().companions().stream()
                            .filter(other -> !other.equals(companion))
                            .toList());
        }
    }
}
