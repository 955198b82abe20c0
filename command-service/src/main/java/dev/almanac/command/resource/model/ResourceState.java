package dev.almanac.command.resource.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.command.ledger.Outage;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.OutOfService;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A resource: not there yet, or registered with the periods in which it is out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ResourceState {

    record Absent() implements ResourceState {}

    record Registered(ResourceProfile profile, List<UnavailablePeriod> periods) implements ResourceState {
        public Registered {
            periods = List.copyOf(periods);
        }

        Registered with(UnavailablePeriod period) {
            List<UnavailablePeriod> all = new ArrayList<>(periods);
            all.add(period);
            return new Registered(profile, all);
        }

        Registered without(TimeSlot slot) {
            return new Registered(
                    profile,
                    periods.stream().flatMap(period -> remains(period, slot)).toList());
        }

        private static Stream<UnavailablePeriod> remains(UnavailablePeriod period, TimeSlot back) {
            return new OutOfService(period.resourceAvailabilityId(), period.slot())
                    .outside(back)
                    .map(left -> new UnavailablePeriod(left.resourceAvailabilityId(), left.slot(), period.reason()));
        }
    }

    /** The periods as bookings see them. */
    default List<Outage> outages(String resourceId) {
        return periods(this).stream()
                .map(period -> new Outage(resourceId, period.resourceAvailabilityId(), period.slot(), period.reason()))
                .toList();
    }

    static ResourceState evolve(ResourceState state, ResourceChange change) {
        return switch (change) {
            case ResourceRegistered(var _, var profile) -> new Registered(profile, List.of());
            case ResourceUpdated(var _, var profile) -> new Registered(profile, periods(state));
            case ResourceMarkedUnavailable out ->
                registered(state).with(new UnavailablePeriod(out.resourceAvailabilityId(), out.slot(), out.reason()));
            case ResourceMarkedAvailable back -> registered(state).without(back.slot());
        };
    }

    private static List<UnavailablePeriod> periods(ResourceState state) {
        return state instanceof Registered registered ? registered.periods() : List.of();
    }

    private static Registered registered(ResourceState state) {
        return switch (state) {
            case Registered registered -> registered;
            case Absent _ -> throw new IllegalStateException("a change of a resource that was never registered");
        };
    }
}
