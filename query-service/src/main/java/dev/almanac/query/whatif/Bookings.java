package dev.almanac.query.whatif;

import dev.almanac.events.lane.Claim;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.lanes.Claims;
import dev.almanac.query.lanes.RunClaims;
import dev.almanac.query.rules.RuleView;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever claims slots and is touched by the commands: events and series, and rules whose runs lie on a calendar. */
record Bookings(DocumentOverlay<ScheduleView> schedules, DocumentOverlay<RuleView> rules) {

    Map<String, Claim> before(Instant now) {
        return claims(schedules.before(), rules.before(), now);
    }

    Map<String, Claim> after(Instant now) {
        return claims(schedules.after(), rules.after(), now);
    }

    /** Ids of the events, series and rules. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>(schedules.ids());
        ids.addAll(rules.ids());
        return ids;
    }

    private static Map<String, Claim> claims(
            Map<String, ScheduleView> schedules, Map<String, RuleView> rules, Instant now) {
        return Stream.concat(
                        schedules.values().stream()
                                .peek(_ -> Cancellable.goOn())
                                .flatMap(schedule -> Claims.of(schedule).stream()),
                        rules.values().stream()
                                .peek(_ -> Cancellable.goOn())
                                .flatMap(rule -> RunClaims.ahead(rule, now).stream()))
                .collect(Collectors.toMap(Claim::claimId, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }
}
