package dev.almanac.terminal.api;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What takes place, and when. */
public final class Events {
    static final String PATH = "/schedules";

    private final Connection connection;

    Events(Connection connection) {
        this.connection = connection;
    }

    /** By start; of a series, each occurrence. */
    public Listing<ScheduledEvent> list(EventSearch search, int limit) {
        Address address = Address.of(PATH)
                .with("calendarId", search.calendarId())
                .with("resourceId", search.resourceId())
                .between(search.from(), search.till())
                .with("q", search.words())
                .with("status", search.status())
                .with("category", search.category())
                .with("expand", true);
        return Listing.of(connection, address, ScheduledEvent::of, limit);
    }

    /** On any of these calendars, or on all that are visible where none is named. */
    public Listing<ScheduledEvent> list(EventSearch search, Collection<String> calendarIds, int limit) {
        if (calendarIds.isEmpty()) {
            return list(search, limit);
        }
        List<Listing<ScheduledEvent>> found =
                calendarIds.stream().map(id -> list(search.on(id), limit)).toList();
        List<ScheduledEvent> sorted = found.stream()
                .flatMap(one -> one.items().stream())
                .sorted(Comparator.comparing(ScheduledEvent::start).thenComparing(ScheduledEvent::id))
                .toList();
        boolean more = sorted.size() > limit || found.stream().anyMatch(Listing::more);
        return new Listing<>(sorted.size() > limit ? sorted.subList(0, limit) : sorted, more);
    }

    /** One event, series or occurrence, with what a list does not tell of it in its JSON. */
    public ScheduledEvent get(String id) {
        return ScheduledEvent.of(connection.get(Address.of(PATH, id)));
    }

    public Listing<HistoryEntry> history(String id, int limit) {
        return Listing.of(connection, Address.of(PATH, id, "history"), HistoryEntry::of, limit);
    }

    /** How many events and open conflicts each day has, in days of the zone. */
    public List<DayCount> month(YearMonth month, ZoneId zone, Collection<String> calendarIds) {
        Address address = new Address("/calendar/" + month.getYear() + "/" + month.getMonthValue())
                .with("timeZone", zone.getId());
        for (String id : calendarIds) {
            address = address.with("calendarId", id);
        }
        JsonNode answer = connection.get(address);
        return new Fields(answer).list("days", DayCount::of);
    }
}
