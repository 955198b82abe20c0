package dev.almanac.query.history.audit;

import dev.almanac.query.history.PublishedChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Where subjects were: a change that names no calendar is on the one that was named last before it. */
final class Whereabouts {
    /** Of each subject, by the position from which on it was there. */
    private final Map<String, NavigableMap<Long, String>> stays = new HashMap<>();

    /** @param naming changes that name a calendar */
    Whereabouts(Collection<PublishedChange> naming) {
        for (PublishedChange change : naming) {
            String calendarId = change.calendarId();
            if (calendarId != null) {
                stays.computeIfAbsent(change.subject(), _ -> new TreeMap<>()).put(change.position(), calendarId);
            }
        }
    }

    /** Empty where nobody said so before: of resources, and of conflicts on them. */
    Optional<String> of(PublishedChange change) {
        return Optional.ofNullable(change.calendarId())
                .or(() -> Optional.ofNullable(stays.get(change.subject()))
                        .map(stay -> stay.floorEntry(change.position()))
                        .map(Entry::getValue));
    }
}
