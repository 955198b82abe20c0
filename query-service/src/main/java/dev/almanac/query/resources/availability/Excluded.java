package dev.almanac.query.resources.availability;

import dev.almanac.events.OccurrenceId;
import dev.almanac.query.events.EntryView;
import dev.almanac.web.Fields;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is not counted as booked, because it is about to be moved: events, series with all they have, or occurrences. */
record Excluded(Set<String> ids) {
    static final Excluded NOTHING = new Excluded(Set.of());
    static final String FIELD = "excluding";
    private static final int IDS_MAX = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@~-]{1,200}");

    Excluded {
        ids = Set.copyOf(ids);
    }

    static Excluded of(Fields fields, @Nullable List<? extends @Nullable String> said) {
        if (said == null) {
            return NOTHING;
        }
        if (said.size() > IDS_MAX) {
            fields.error(FIELD, "at most " + IDS_MAX);
        }
        if (said.stream().anyMatch(id -> id == null || !ID.matcher(id).matches())) {
            fields.error(FIELD, "names events, series or occurrences by their ids");
        }
        return new Excluded(said.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    Set<String> series() {
        return ids.stream().map(OccurrenceId::seriesOf).collect(Collectors.toSet());
    }

    /** Of these series only: the caller must not find out by what else a resource is taken. */
    Excluded within(Set<String> series) {
        return new Excluded(ids.stream()
                .filter(id -> series.contains(OccurrenceId.seriesOf(id)))
                .collect(Collectors.toSet()));
    }

    boolean has(EntryView entry) {
        return has(entry.id(), entry.scheduleId());
    }

    boolean has(String id, String scheduleId) {
        return ids.contains(id) || ids.contains(scheduleId);
    }
}
