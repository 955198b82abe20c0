package dev.almanac.command.changerequest.plan;

import dev.almanac.command.changerequest.interpret.Intention;
import dev.almanac.command.changerequest.interpret.Intention.Cancel;
import dev.almanac.command.changerequest.interpret.Intention.Disable;
import dev.almanac.command.changerequest.interpret.Intention.Move;
import dev.almanac.command.changerequest.interpret.Intention.Pause;
import dev.almanac.command.changerequest.interpret.Intention.Resume;
import dev.almanac.command.changerequest.interpret.Intention.Retime;
import dev.almanac.command.changerequest.interpret.Intention.RunNow;
import dev.almanac.command.changerequest.interpret.Intention.Shift;
import dev.almanac.command.changerequest.interpret.Intention.Skip;
import dev.almanac.command.changerequest.interpret.Which;
import dev.almanac.command.changerequest.interpret.Which.Next;
import dev.almanac.command.changerequest.interpret.Which.On;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.events.changerequest.ProposedAction;
import dev.almanac.events.changerequest.ProposedChange;
import dev.almanac.events.changerequest.SubjectKind;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.recurrence.clock.DstPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an intention comes to for an event or a series of them. */
final class EventPlanner {
    private static final double WHOLE_SERIES = 0.9;

    private final EventNow event;
    private final Present present;
    private final List<Place> ahead;
    private final @Nullable String occurrenceId;

    /** @param occurrenceId what it was asked about, if it was one of a series */
    EventPlanner(EventNow event, Present present, @Nullable String occurrenceId) {
        this.event = event;
        this.present = present;
        this.ahead = event.ahead(present.now());
        this.occurrenceId = occurrenceId;
    }

    Plan plan(Intention intention) {
        if (ahead.isEmpty()) {
            return Plan.past("The event has begun, or is over");
        }
        return switch (intention) {
            case Move(var which, var date, var time) -> moved(which, date, time);
            case Shift(var which, var by) -> {
                Place place = place(which);
                yield rescheduled(place, which, place.start().plus(by));
            }
            case Cancel(var which) -> cancelled(which);
            case Skip(var which) -> cancelled(which);
            case Retime(var time, var repeats) when repeats == null -> moved(null, null, time);
            case Retime retime -> retimed(retime);
            case Pause _, Resume _, Disable _, RunNow _ ->
                throw new Impossible("Events are moved and cancelled; rules are paused, resumed, disabled and run");
        };
    }

    private boolean recurs() {
        return booking().recurs();
    }

    private Booking booking() {
        return event.state().booking();
    }

    private Plan moved(@Nullable Which which, @Nullable LocalDate date, @Nullable LocalTime time) {
        Place place = place(which);
        LocalDateTime from = present.local(place.start());
        LocalDateTime to = (date == null ? from.toLocalDate() : date).atTime(time == null ? from.toLocalTime() : time);
        return rescheduled(place, which, present.instant(to));
    }

    /** One occurrence where one is named, else the whole series. */
    private Plan rescheduled(Place place, @Nullable Which which, Instant to) {
        if (!to.isAfter(present.now())) {
            return Plan.past("The event would be moved into the past");
        }
        boolean whole = recurs() && which == null && occurrenceId == null;
        JsonNode body =
                whole ? Bodies.none().put("newStartDateTime", to.toString()).put("scope", "ALL") : Bodies.start(to);
        return new Plan.Planned(
                List.of(change(place.id(), ProposedAction.RESCHEDULE, body)), whole ? WHOLE_SERIES : 1, List.of());
    }

    private Plan cancelled(@Nullable Which which) {
        if (!recurs() || (which == null && occurrenceId == null)) {
            place(which);
            return new Plan.Planned(
                    List.of(change(event.scheduleId(), ProposedAction.CANCEL, Bodies.none())),
                    recurs() ? WHOLE_SERIES : 1,
                    List.of());
        }
        List<Place> places = places(which);
        if (places.isEmpty()) {
            throw new Impossible("There is no such occurrence");
        }
        return new Plan.Planned(
                places.stream()
                        .map(place -> change(place.id(), ProposedAction.CANCEL, Bodies.none()))
                        .toList(),
                1,
                List.of());
    }

    /** What has taken place keeps its times: only a series that lies ahead gets others. */
    private Plan retimed(Retime retime) {
        if (!recurs()) {
            throw new Impossible("The event does not recur: say to which day it is to be moved");
        }
        if (!booking().startDateTime().isAfter(present.now()) || event.hasExceptions()) {
            throw new Impossible("The series has begun, or has exceptions: cancel what follows, and book it anew");
        }
        ZoneId zone = KnownZone.orUtc(booking().timeZone());
        Timetable before = new Timetable(
                Objects.requireNonNull(booking().recurrence()),
                booking().nominalStart(),
                zone,
                DstPolicy.DEFAULT,
                LocalDateTime.ofInstant(present.now(), zone));
        Timetable after = Retiming.of(before, retime.time(), retime.repeats());
        Instant start = after.next()
                .orElseThrow(() -> new Impossible("The series would have no occurrence"))
                .atZone(zone)
                .toInstant();
        return Plan.of(change(
                event.scheduleId(),
                ProposedAction.UPDATE,
                Bodies.series(
                        after.recurrence(), start, start.plus(booking().slot().duration()))));
    }

    private ProposedChange change(String subjectId, ProposedAction action, JsonNode body) {
        return new ProposedChange(
                SubjectKind.EVENT, subjectId, event.state().details().title(), action, event.version(), body);
    }

    private Place place(@Nullable Which which) {
        List<Place> places = places(which);
        if (places.size() != 1) {
            throw new Impossible(
                    places.isEmpty() ? "There is no such occurrence" : "There are several: move them one by one");
        }
        return places.getFirst();
    }

    private List<Place> places(@Nullable Which which) {
        if (occurrenceId != null && (which == null || which.equals(new Next(1)))) {
            return ahead.stream()
                    .filter(place -> place.id().equals(occurrenceId))
                    .toList();
        }
        return switch (which == null ? new Next(1) : which) {
            case Next(var count) -> ahead.stream().limit(count).toList();
            case On(var date) ->
                ahead.stream()
                        .filter(place -> present.day(place.start()).equals(date))
                        .toList();
        };
    }

    /** One occurrence, or the event itself. */
    record Place(String id, Instant start) {}

    /**
     * An event as it stands.
     *
     * @param version of its last change
     */
    record EventNow(String scheduleId, Booked state, long version) {

        boolean hasExceptions() {
            return !state.exceptions().isEmpty();
        }

        List<Place> ahead(Instant now) {
            return Claims.of(state).stream()
                    .map(claim -> new Place(claim.claimId(), claim.slot().start()))
                    .filter(place -> place.start().isAfter(now))
                    .sorted(Comparator.comparing(Place::start))
                    .toList();
        }
    }
}
