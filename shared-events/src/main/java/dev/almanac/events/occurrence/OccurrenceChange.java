package dev.almanac.events.occurrence;

import dev.almanac.events.Change;
import dev.almanac.events.resource.ResourceClaim;
import java.time.LocalDate;
import java.util.List;

/** Changes of occurrences, on {@code scheduling.occurrences.v1}, keyed by series id. */
public sealed interface OccurrenceChange extends Change {

    String seriesId();

    @Override
    default String subject() {
        return seriesId();
    }

    /**
     * All occurrences of a series whose nominal start lies on one local day of its zone. Replaces what was said of that day before,
     * except that occurrences which no longer take place are withdrawn by name.
     *
     * @param seriesVersion the version of the series that this was computed from
     */
    record OccurrencesMaterialised(
            String seriesId,
            SeriesKind kind,
            long seriesVersion,
            LocalDate day,
            String calendarId,
            List<ResourceClaim> resources,
            List<MaterialisedOccurrence> occurrences)
            implements OccurrenceChange {

        public OccurrencesMaterialised {
            resources = List.copyOf(resources);
            occurrences = List.copyOf(occurrences);
        }
    }

    /** These occurrences of the day do not take place any more. */
    record OccurrencesWithdrawn(
            String seriesId, SeriesKind kind, long seriesVersion, LocalDate day, List<String> occurrenceIds)
            implements OccurrenceChange {

        public OccurrencesWithdrawn {
            occurrenceIds = List.copyOf(occurrenceIds);
        }
    }
}
