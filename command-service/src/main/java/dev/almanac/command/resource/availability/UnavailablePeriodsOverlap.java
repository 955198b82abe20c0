package dev.almanac.command.resource.availability;

import dev.almanac.command.rejection.Rejection;
import java.time.Instant;

/** SCH-031. */
public record UnavailablePeriodsOverlap(Instant start, Instant end) implements Rejection.Conflicting {
    @Override
    public String detail() {
        return "The resource is already unavailable from " + start + " to " + end;
    }

    @Override
    public String rule() {
        return "SCH-031";
    }
}
