package dev.almanac.query.notifying;

import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.query.conflicts.ConflictView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever takes part in one of the two events, or answers for what they compete for, hears of a conflict. Of a side that they may
 * not see nothing is told but that there is one.
 */
record OfConflicts(Said said, Known known) {
    private static final String DETECTOR = "conflict-detector";

    /** Which of the two somebody may see. */
    private record Sight(boolean one, boolean other) {}

    List<Telling> of(ConflictChange change) {
        return Optional.ofNullable(known.conflicts().get(change.conflictId())).stream()
                .flatMap(conflict -> of(change, conflict))
                .toList();
    }

    private Stream<Telling> of(ConflictChange change, ConflictView conflict) {
        return switch (change) {
            case ScheduleConflictDetected _ ->
                tellings(NotificationType.CONFLICT_DETECTED, categoryOf(conflict), conflict, found(), people(conflict));
            case ScheduleConflictCleared _ ->
                tellings(
                        NotificationType.CONFLICT_CLEARED,
                        NotificationCategory.LOW,
                        conflict,
                        found(),
                        people(conflict));
            case ScheduleConflictEscalated c ->
                tellings(
                        NotificationType.CONFLICT_ESCALATED,
                        NotificationCategory.CRITICAL,
                        conflict,
                        said.because(c.escalationReason()),
                        with(people(conflict), c.escalatedTo()));
            case ConflictReviewStarted _, ScheduleConflictResolved _, ConflictDismissed _ -> Stream.empty();
        };
    }

    /** Who made the other booking is for those to know who may see it. */
    private Notice.Cause found() {
        return new Notice.Cause(said.type(), said.metadata().id(), DETECTOR, null);
    }

    private static NotificationCategory categoryOf(ConflictView conflict) {
        return switch (conflict.conflictLevel()) {
            case CRITICAL, SEVERE -> NotificationCategory.CRITICAL;
            case MODERATE -> NotificationCategory.NORMAL;
            case MINOR, NONE -> NotificationCategory.LOW;
        };
    }

    private static Set<String> with(Set<String> people, String another) {
        Set<String> all = new TreeSet<>(people);
        all.add(another);
        return all;
    }

    private Stream<Telling> tellings(
            NotificationType type,
            NotificationCategory category,
            ConflictView conflict,
            Notice.Cause cause,
            Set<String> people) {
        // Detected again, at another level or with another overlap, it is no news.
        String occasion = type == NotificationType.CONFLICT_DETECTED
                ? conflict.id() + "#" + conflict.opened()
                : said.metadata().id();
        return people.stream()
                .collect(Collectors.groupingBy(person -> sight(person, conflict), Collectors.toSet()))
                .entrySet()
                .stream()
                .map(seen -> new Telling(
                        occasion,
                        new Notice(
                                type, category, cause, about(conflict, seen.getKey()), when(conflict), actions(type)),
                        seen.getValue()));
    }

    private Sight sight(String person, ConflictView conflict) {
        return new Sight(
                known.mayRead(person, conflict.scheduledEventId()),
                known.mayRead(person, conflict.conflictingEventId()));
    }

    private Notice.About about(ConflictView conflict, Sight sight) {
        String one = sight.one() ? known.title(conflict.scheduledEventId()) : null;
        String other = sight.other() ? known.title(conflict.conflictingEventId()) : null;
        return new Notice.About(
                conflict.id(),
                one == null ? other : one,
                conflict.calendarId(),
                conflict.resourceId(),
                known.ownerOf(conflict.calendarId()).orElse(null),
                one == null ? null : other,
                conflict.conflictLevel().name());
    }

    private Notice.When when(ConflictView conflict) {
        return new Notice.When(
                conflict.overlapStart(),
                conflict.overlapEnd(),
                known.event(conflict.scheduledEventId())
                        .map(event -> event.booking().timeZone())
                        .orElse(null));
    }

    private static List<NoticeAction> actions(NotificationType type) {
        return type == NotificationType.CONFLICT_CLEARED
                ? List.of(NoticeAction.OPEN)
                : List.of(NoticeAction.OPEN, NoticeAction.REVIEW);
    }

    private Set<String> people(ConflictView conflict) {
        Set<String> people = new TreeSet<>();
        Stream.of(conflict.scheduledEventId(), conflict.conflictingEventId())
                .map(known::peopleOf)
                .forEach(people::addAll);
        known.ownerOf(conflict.calendarId()).ifPresent(people::add);
        Optional.ofNullable(conflict.resourceId()).stream()
                .flatMap(known::ownersOfResource)
                .forEach(people::add);
        return people;
    }
}
