package dev.almanac.terminal.source;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.ConflictSearch;
import dev.almanac.terminal.api.ProblemException;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.ConflictLevel;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.calendar.Suggestion;
import dev.almanac.terminal.calendar.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is in each other's way. */
final class ConflictReads {
    private static final List<String> OPEN = List.of("ESCALATED", "DETECTED", "UNDER_REVIEW");
    private static final int LISTED_MAX = 100;
    private static final int NAMED_MAX = 60;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z");
    private static final String HIDDEN = "something that you may not see";

    private final Api api;

    ConflictReads(Api api) {
        this.api = api;
    }

    long open() {
        return listed().size();
    }

    List<Conflict> openIn(ZoneId zone, Directory directory) {
        Map<String, String> titles = new HashMap<>();
        return listed().stream()
                .map(conflict -> conflict(conflict, zone, directory, titles))
                .toList();
    }

    Conflict explained(String id, ZoneId zone, Directory directory) {
        return conflict(api.conflicts().get(id), zone, directory, new HashMap<>());
    }

    private List<dev.almanac.terminal.api.Conflict> listed() {
        return OPEN.stream()
                .map(status -> new ConflictSearch(null, null, status, null, null))
                .flatMap(search -> api.conflicts().list(search, LISTED_MAX).items().stream())
                .sorted(Comparator.comparing(dev.almanac.terminal.api.Conflict::overlapStart))
                .toList();
    }

    private Conflict conflict(
            dev.almanac.terminal.api.Conflict told, ZoneId zone, Directory directory, Map<String, String> titles) {
        String one = title(told.title(), told.eventId(), titles);
        String other = title(told.otherTitle(), told.otherEventId(), titles);
        return new Conflict(
                told.id(),
                one,
                other,
                ConflictLevel.of(told.level()),
                told.type(),
                told.status(),
                directory.nameOf(Objects.requireNonNullElse(told.calendarId(), "")),
                new TimeSlot(told.overlapStart(), told.overlapEnd()),
                told.version(),
                localised(Objects.requireNonNullElse(told.explanation(), ""), zone),
                told.suggestions().stream()
                        .map(suggestion -> suggestion(
                                suggestion, suggestion.scheduleId().equals(told.eventId()) ? one : other, zone))
                        .toList());
    }

    /** Lists tell no titles; each is asked for once, and so many at most. */
    private String title(@Nullable String told, @Nullable String eventId, Map<String, String> titles) {
        if (told != null) {
            return told;
        }
        if (eventId == null) {
            return HIDDEN;
        }
        if (titles.size() >= NAMED_MAX) {
            return titles.getOrDefault(eventId, "…");
        }
        return titles.computeIfAbsent(eventId, this::titleOf);
    }

    private String titleOf(String eventId) {
        try {
            return api.events().get(eventId).title();
        } catch (ProblemException notVisible) {
            return HIDDEN;
        }
    }

    private static Suggestion suggestion(dev.almanac.terminal.api.Suggestion told, String title, ZoneId zone) {
        String when = Stream.of(told)
                .filter(one -> one.start().isPresent() && one.end().isPresent())
                .map(one -> Spoken.span(
                        new TimeSlot(one.start().orElseThrow(), one.end().orElseThrow()), zone))
                .findFirst()
                .orElse("");
        String sentence = switch (told.method()) {
            case "RESCHEDULED" -> "Move " + title + " to " + when;
            case "RESOURCE_CHANGED" ->
                title + " with " + Objects.requireNonNullElse(told.resourceName(), "something else");
            case "EVENT_CANCELLED" -> "Remove " + title;
            case "SPLIT" -> "Split " + title;
            default -> "Keep both, as an exception";
        };
        return new Suggestion(sentence, told.json().toString());
    }

    /** The services explain in UTC. */
    private static String localised(String explanation, ZoneId zone) {
        return INSTANT.matcher(explanation).replaceAll(found -> {
            Instant instant = Instant.parse(found.group());
            return Spoken.shortDay(instant.atZone(zone).toLocalDate()) + " " + Spoken.clock(instant.atZone(zone));
        });
    }
}
