package dev.almanac.command.changerequest.plan;

import dev.almanac.command.changerequest.interpret.Intention;
import dev.almanac.command.changerequest.plan.EventPlanner.EventNow;
import dev.almanac.command.changerequest.plan.EventPlanner.Place;
import dev.almanac.command.changerequest.plan.RulePlanner.RuleNow;
import dev.almanac.command.rule.model.RuleState.Active;
import dev.almanac.command.rule.model.RuleState.Disabled;
import dev.almanac.command.rule.model.RuleState.Kept;
import dev.almanac.command.rule.model.RuleState.Paused;
import dev.almanac.events.changerequest.ChangeSummary.Outlook;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.rule.RunTime;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.DstAdjustment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the subject of a request stands: what can be planned for it, and how that looks. */
public sealed interface Standing {
    /** A year shows both changes of the clocks. */
    Duration DST_AHEAD = Duration.ofDays(366);

    boolean recurring();

    Outlook outlook(Instant now);

    /** What the clocks do to its times within a year, a few of them. */
    List<DstAdjustment> dst(Instant now);

    /**
     * What an intention comes to.
     *
     * @param occurrenceId what it was asked about, if it was one of many
     */
    Plan plan(Intention intention, Present present, @Nullable String occurrenceId);

    private static Plan planned(Supplier<Plan> plan) {
        try {
            return plan.get();
        } catch (Impossible e) {
            return Plan.impossible(e.why());
        }
    }

    private static String shown(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .format(LocalDateTime.ofInstant(instant, zone));
    }

    record OfRule(String ruleId, Kept state, long version) implements Standing {
        @Override
        public boolean recurring() {
            return true;
        }

        @Override
        public Plan plan(Intention intention, Present present, @Nullable String occurrenceId) {
            return planned(() -> new RulePlanner(
                            new RuleNow(ruleId, state.at(present.now()), version), present, occurrenceId)
                    .plan(intention));
        }

        @Override
        public Outlook outlook(Instant now) {
            RuleProfile profile = state.profile();
            String timetable = profile.describe();
            return switch (state.at(now)) {
                case Active _ -> new Outlook(timetable, next(now));
                case Disabled _ -> new Outlook("Disabled: " + timetable, List.of());
                case Paused(var _, var _, var end, var _, var _, var _)
                when end != null ->
                    new Outlook(
                            "Paused until " + shown(end, profile.zone()) + ": " + timetable, next(end.minusNanos(1)));
                case Paused _ -> new Outlook("Paused: " + timetable, List.of());
            };
        }

        private List<Instant> next(Instant after) {
            RuleProfile profile = state.profile();
            return state.moved()
                    .of(ruleId, profile.series(), profile.since(after.plusNanos(1)), Instant.MAX, Outlook.NEXT_MAX)
                    .map(RunTime::scheduledAt)
                    .toList();
        }

        @Override
        public List<DstAdjustment> dst(Instant now) {
            return state.profile().series().dstReport(now, now.plus(DST_AHEAD), Outlook.NEXT_MAX);
        }
    }

    record OfEvent(String scheduleId, Booked state, long version) implements Standing {
        @Override
        public boolean recurring() {
            return state.booking().recurs();
        }

        @Override
        public Plan plan(Intention intention, Present present, @Nullable String occurrenceId) {
            return planned(() ->
                    new EventPlanner(new EventNow(scheduleId, state, version), present, occurrenceId).plan(intention));
        }

        @Override
        public Outlook outlook(Instant now) {
            return new Outlook(
                    text(),
                    new EventNow(scheduleId, state, version)
                            .ahead(now).stream()
                                    .map(Place::start)
                                    .limit(Outlook.NEXT_MAX)
                                    .toList());
        }

        private String text() {
            var booking = state.booking();
            var recurrence = booking.recurrence();
            return recurrence == null
                    ? shown(booking.startDateTime(), zone()) + " to " + shown(booking.endDateTime(), zone())
                    : Series.of(recurrence, booking.nominalStart(), zone()).describe();
        }

        private ZoneId zone() {
            return KnownZone.orUtc(state.booking().timeZone());
        }

        @Override
        public List<DstAdjustment> dst(Instant now) {
            var recurrence = state.booking().recurrence();
            return recurrence == null
                    ? List.of()
                    : Series.of(recurrence, state.booking().nominalStart(), zone())
                            .dstReport(now, now.plus(DST_AHEAD), Outlook.NEXT_MAX);
        }
    }
}
