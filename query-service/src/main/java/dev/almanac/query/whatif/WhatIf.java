package dev.almanac.query.whatif;

import dev.almanac.query.lanes.FoundConflict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What would become of the calendars.
 *
 * @param results what each command would be answered, refusals among them, in the order of the commands
 * @param detected conflicts that would be there and are not, or are there at another level or overlap; with the ids that
 *     new events have in the results
 * @param cleared conflicts that would be gone
 * @param density the days on which a calendar would have more events, or fewer
 */
record WhatIf(
        List<Result> results,
        List<FoundConflict> detected,
        List<FoundConflict> cleared,
        List<Overbooking> overbookings,
        List<Density> density) {

    Set<String> parties() {
        return Stream.concat(detected.stream(), cleared.stream())
                .flatMap(FoundConflict::parties)
                .collect(Collectors.toSet());
    }

    /** The same, for somebody who may not see these series and events. */
    WhatIf keeping(Set<String> secret) {
        return new WhatIf(
                results,
                detected.stream().map(conflict -> conflict.keeping(secret)).toList(),
                cleared.stream().map(conflict -> conflict.keeping(secret)).toList(),
                overbookings,
                density);
    }

    record Result(int status, @Nullable JsonNode body) {}

    /** SCH-022 or SCH-024: a calendar would be nearly full, or would hold more than it bears. */
    record Overbooking(String calendarId, String scheduleId, Kind kind) {
        enum Kind {
            WARNING,
            ALLOWED_BY_OVERRIDE
        }
    }

    /** How many events overlap the day, in the calendar's zone. */
    record Density(String calendarId, LocalDate date, int before, int after) {}
}
