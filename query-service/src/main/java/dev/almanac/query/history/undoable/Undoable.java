package dev.almanac.query.history.undoable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange.PreferenceChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookChange;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSecretRotated;
import dev.almanac.events.subscription.SubscriptionChange.WebhookSubscribed;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.history.PublishedChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What could be taken back now, by the rules of command-service's undo, which decides in the end. */
final class Undoable {
    /** S2: five minutes. */
    static final Duration EXPIRY = Duration.ofMinutes(5);

    private static final Comparator<PublishedChange> ORDER =
            Comparator.comparingLong(PublishedChange::position).thenComparingLong(PublishedChange::sequence);
    private static final String EVENT = "event";

    private Undoable() {}

    /**
     * Newest first.
     *
     * @param own changes of the caller
     * @param recent all changes of the same subjects, as far back as the oldest of their own
     */
    static List<UndoableChange> of(Collection<PublishedChange> own, Collection<PublishedChange> recent, Instant now) {
        Map<String, List<PublishedChange>> bySubject = recent.stream().collect(groupingBy(PublishedChange::subject));
        return own.stream()
                .collect(groupingBy(published -> Objects.requireNonNullElse(published.cause(), published.id())))
                .values()
                .stream()
                .flatMap(command -> taken(command.stream().sorted(ORDER).toList(), bySubject))
                .filter(change -> !change.undoableUntil().isBefore(now))
                .sorted(Comparator.comparingLong(UndoableChange::position).reversed())
                .toList();
    }

    /** All that a command did to events is taken back at once, what it did to calendars one by one. */
    private static Stream<UndoableChange> taken(
            List<PublishedChange> command, Map<String, List<PublishedChange>> bySubject) {
        List<PublishedChange> ofEvents = command.stream()
                .filter(published -> aspect(published).filter(EVENT::equals).isPresent())
                .toList();
        Stream<UndoableChange> calendars = command.stream()
                .filter(published -> !ofEvents.contains(published))
                .filter(published -> isTakenBack(published) && isLast(published, published.id(), bySubject))
                .map(published -> item(published, published, 0));
        boolean free = ofEvents.stream()
                .allMatch(published ->
                        isLast(published, Objects.requireNonNullElse(published.cause(), published.id()), bySubject));
        return ofEvents.isEmpty() || !free ? calendars : Stream.concat(Stream.of(ofEvents(ofEvents)), calendars);
    }

    private static UndoableChange ofEvents(List<PublishedChange> changes) {
        long subjects =
                changes.stream().map(PublishedChange::subject).distinct().count();
        return item(changes.getFirst(), changes.getLast(), (int) subjects - 1);
    }

    private static UndoableChange item(PublishedChange first, PublishedChange last, int others) {
        return UndoableChange.of(first, others, last.time().plus(EXPIRY));
    }

    /** Whether nothing came later that depends on it, but what the same command did. */
    private static boolean isLast(
            PublishedChange published, String command, Map<String, List<PublishedChange>> bySubject) {
        Optional<String> aspect = aspect(published);
        return bySubject.getOrDefault(published.subject(), List.of()).stream()
                .filter(later -> later.sequence() > published.sequence())
                .filter(later -> !command.equals(later.cause()))
                .noneMatch(later -> dependsOn(aspect, later));
    }

    private static boolean dependsOn(Optional<String> aspect, PublishedChange later) {
        return aspect(later).equals(aspect);
    }

    /** What of its subject a change is about, if it can be taken back: its later changes of that depend on it. */
    private static Optional<String> aspect(PublishedChange published) {
        return switch (change(published)) {
            case ScheduleChange _ -> Optional.of(EVENT);
            case CalendarShared shared -> Optional.of("share of " + shared.sharedWith());
            case CalendarUnshared unshared -> Optional.of("share of " + unshared.sharedWith());
            case CalendarUpdated _, CalendarDeactivated _ -> Optional.of("profile");
            case FeedTokenCreated created -> Optional.of("feed token " + created.feedTokenId());
            case FeedTokenRevoked revoked -> Optional.of("feed token " + revoked.feedTokenId());
            case PreferenceChange _ -> Optional.of("preferences");
            case WebhookSecretRotated _ -> Optional.empty();
            case WebhookChange _ -> Optional.of("webhook");
            default -> Optional.empty();
        };
    }

    /** What a token was is forgotten when it is revoked: that stays so. What was subscribed is deleted instead. */
    private static boolean isTakenBack(PublishedChange published) {
        Change change = change(published);
        return aspect(published).isPresent()
                && !(change instanceof FeedTokenRevoked)
                && !(change instanceof WebhookSubscribed);
    }

    private static Change change(PublishedChange published) {
        return ChangeJson.read(published.change().getBytes(UTF_8), Schema.of(published.type(), published.revision()));
    }
}
