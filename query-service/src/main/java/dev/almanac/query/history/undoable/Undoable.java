package dev.almanac.query.history.undoable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.history.ToldView;
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

    private static final Comparator<ToldView> ORDER =
            Comparator.comparingLong(ToldView::position).thenComparingLong(ToldView::sequence);
    private static final String EVENT = "event";

    private Undoable() {}

    /**
     * Newest first.
     *
     * @param own changes of whoever asks
     * @param recent all changes of the same subjects, as far back as the oldest of their own
     */
    static List<UndoableChange> of(Collection<ToldView> own, Collection<ToldView> recent, Instant now) {
        Map<String, List<ToldView>> bySubject = recent.stream().collect(groupingBy(ToldView::subject));
        return own.stream()
                .collect(groupingBy(told -> Objects.requireNonNullElse(told.cause(), told.id())))
                .values()
                .stream()
                .flatMap(command -> taken(command.stream().sorted(ORDER).toList(), bySubject))
                .filter(change -> !change.undoableUntil().isBefore(now))
                .sorted(Comparator.comparingLong(UndoableChange::position).reversed())
                .toList();
    }

    /** All that a command did to events is taken back at once, what it did to calendars one by one. */
    private static Stream<UndoableChange> taken(List<ToldView> command, Map<String, List<ToldView>> bySubject) {
        List<ToldView> ofEvents = command.stream()
                .filter(told -> aspect(told).filter(EVENT::equals).isPresent())
                .toList();
        Stream<UndoableChange> calendars = command.stream()
                .filter(told -> !ofEvents.contains(told))
                .filter(told -> aspect(told).isPresent() && isLast(told, told.id(), bySubject))
                .map(told -> item(told, told, 0));
        boolean free = ofEvents.stream()
                .allMatch(told -> isLast(told, Objects.requireNonNullElse(told.cause(), told.id()), bySubject));
        return ofEvents.isEmpty() || !free ? calendars : Stream.concat(Stream.of(ofEvents(ofEvents)), calendars);
    }

    private static UndoableChange ofEvents(List<ToldView> changes) {
        long subjects = changes.stream().map(ToldView::subject).distinct().count();
        return item(changes.getFirst(), changes.getLast(), (int) subjects - 1);
    }

    private static UndoableChange item(ToldView first, ToldView last, int others) {
        return UndoableChange.of(first, others, last.time().plus(EXPIRY));
    }

    /** Whether nothing came later that depends on it, but what the same command did. */
    private static boolean isLast(ToldView told, String command, Map<String, List<ToldView>> bySubject) {
        Optional<String> aspect = aspect(told);
        return bySubject.getOrDefault(told.subject(), List.of()).stream()
                .filter(later -> later.sequence() > told.sequence())
                .filter(later -> !command.equals(later.cause()))
                .noneMatch(later -> dependsOn(aspect, later));
    }

    private static boolean dependsOn(Optional<String> aspect, ToldView later) {
        return aspect(later).equals(aspect);
    }

    /** What of its subject a change is about, if it can be taken back: its later changes of that depend on it. */
    private static Optional<String> aspect(ToldView told) {
        return switch (change(told)) {
            case ScheduleChange _ -> Optional.of(EVENT);
            case CalendarShared shared -> Optional.of("share of " + shared.sharedWith());
            case CalendarUnshared unshared -> Optional.of("share of " + unshared.sharedWith());
            case CalendarUpdated _, CalendarDeactivated _ -> Optional.of("profile");
            default -> Optional.empty();
        };
    }

    private static Change change(ToldView told) {
        return ChangeJson.read(told.change().getBytes(UTF_8), Schema.of(told.type(), told.revision()));
    }
}
