package dev.almanac.query.orphans;

import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.notifying.Telling;
import dev.almanac.query.store.Generation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sweep gives to tell: to who owns the calendar of the primary and who booked it, and to who booked the companion. */
final class OrphanNews {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SWEEP = "OrphanSweep";
    static final String BY = "query-service";
    private final Map<String, ScheduleView> events;
    private final Map<String, CalendarView> calendars;
    private final String sweepId;
    private final LocalDate today;

    private OrphanNews(
            Map<String, ScheduleView> events, Map<String, CalendarView> calendars, String sweepId, LocalDate today) {
        this.events = events;
        this.calendars = calendars;
        this.sweepId = sweepId;
        this.today = today;
    }

    static List<Telling> of(Collection<Orphan> orphans, Generation views, String sweepId, LocalDate today) {
        Map<String, ScheduleView> events = Objects.requireNonNull(ScheduleReads.of(views)
                .byIds(orphans.stream()
                        .flatMap(orphan -> Stream.of(orphan.primaryId(), orphan.companionId()))
                        .distinct()
                        .toList())
                .collectMap(ScheduleView::id)
                .block(PATIENCE));
        Map<String, CalendarView> calendars = Objects.requireNonNull(CalendarReads.of(views)
                .byIds(events.values().stream()
                        .map(event -> event.booking().calendarId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .collectMap(CalendarView::id)
                .block(PATIENCE));
        OrphanNews news = new OrphanNews(events, calendars, sweepId, today);
        return orphans.stream()
                .filter(orphan -> events.containsKey(orphan.primaryId()))
                .flatMap(news::of)
                .toList();
    }

    /** Who booked the companion may not see the primary: they are told of their own event. */
    private Stream<Telling> of(Orphan orphan) {
        ScheduleView primary = Objects.requireNonNull(events.get(orphan.primaryId()));
        Set<String> people = new TreeSet<>(Set.of(primary.createdBy()));
        owner(primary).ifPresent(people::add);
        Telling told = telling(orphan, primary, ofPrimary(orphan), people);
        return Stream.concat(
                Stream.of(told),
                Optional.ofNullable(events.get(orphan.companionId())).stream()
                        .filter(companion -> !people.contains(companion.createdBy()))
                        .map(companion -> telling(
                                orphan,
                                companion,
                                "it goes with " + orphan.primaryId(),
                                Set.of(companion.createdBy()))));
    }

    private static String ofPrimary(Orphan orphan) {
        String companion = orphan.companionId();
        return switch (orphan.kind()) {
            case COMPANION_MISSING -> "there is no " + companion;
            case COMPANION_CANCELLED -> companion + " was cancelled";
            case COMPANION_UNSCHEDULED -> companion + " is unscheduled";
            case COMPANION_OFF -> companion + " should start at " + orphan.expectedStartDateTime();
            case PRIMARY_UNSCHEDULED -> companion + " takes place although this is unscheduled";
            case PRIMARY_CANCELLED -> companion + " takes place although this was cancelled";
        };
    }

    private Telling telling(Orphan orphan, ScheduleView event, String reason, Set<String> people) {
        return new Telling(
                orphan.key() + " " + today,
                new Notice(
                        NotificationType.ORPHAN_FOUND,
                        NotificationCategory.NORMAL,
                        new Notice.Cause(SWEEP, sweepId, BY, reason),
                        new Notice.About(
                                event.id(),
                                event.details().title(),
                                event.booking().calendarId(),
                                owner(event).orElse(null)),
                        when(event),
                        List.of(NoticeAction.OPEN)),
                people);
    }

    private static Notice.When when(ScheduleView event) {
        return new Notice.When(
                event.booking().startDateTime(),
                event.booking().endDateTime(),
                event.booking().timeZone());
    }

    private Optional<String> owner(ScheduleView event) {
        @Nullable String calendarId = event.booking().calendarId();
        return Optional.ofNullable(calendarId)
                .map(calendars::get)
                .map(calendar -> calendar.profile().ownerId());
    }
}
