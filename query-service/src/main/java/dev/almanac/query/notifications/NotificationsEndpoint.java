package dev.almanac.query.notifications;

import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationChange.NotificationsRead;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.query.access.Caller;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.store.Generations;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody reads their own, whatever their role. */
@RestController
@Tag(name = "Notifications")
@RequestMapping("/api/v1/notifications")
class NotificationsEndpoint {
    private static final String UNREAD = "unread/";
    private static final String READ = "read/";
    private static final NotificationQuery ALL = new NotificationQuery(null, null, null);
    private final Generations generations;
    private final ReadMarks marks;
    private final Clock clock;

    NotificationsEndpoint(Generations generations, ReadMarks marks, Clock clock) {
        this.generations = generations;
        this.marks = marks;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listNotifications",
            summary = "What the caller has been told: what is unread first, newest first",
            description =
                    "Kept for 90 days. The same comes on the stream as NotificationRaised and NotificationsGathered.")
    Mono<Page<NotificationItem>> list(
            @Parameter(description = "true for what is unread alone, false for what was read")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean unread,
            @RequestParam(required = false) @Nullable NotificationType type,
            @RequestParam(required = false) @Nullable NotificationCategory category,
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        NotificationQuery query = new NotificationQuery(type, category, calendarId);
        int most = Page.checked(limit) + 1;
        Optional<Place> place = Cursor.parse(cursor).map(Place::of);
        return Caller.current()
                .flatMapMany(caller -> found(caller.subject(), unread, query, place, most))
                .collectList()
                .map(found -> Page.of(found, limit, Place::cursor).map(NotificationItem::of));
    }

    /** Where the list goes on. */
    private record Place(boolean read, Cursor behind) {
        static Place of(Cursor cursor) {
            boolean read = cursor.key().startsWith(READ);
            String prefix = read ? READ : UNREAD;
            String key = cursor.key();
            return new Place(
                    read, new Cursor(key.startsWith(prefix) ? key.substring(prefix.length()) : key, cursor.id()));
        }

        static Cursor cursor(NotificationView last) {
            return new Cursor((last.read() ? READ : UNREAD) + last.at(), last.id());
        }
    }

    private Flux<NotificationView> found(
            String subject, @Nullable Boolean unread, NotificationQuery query, Optional<Place> place, int most) {
        NotificationReads reads = NotificationReads.of(generations.active());
        Flux<NotificationView> first =
                Boolean.FALSE.equals(unread) || place.filter(Place::read).isPresent()
                        ? Flux.empty()
                        : reads.told(subject, false, query, place.map(Place::behind), most);
        Flux<NotificationView> then = Boolean.TRUE.equals(unread)
                ? Flux.empty()
                : reads.told(subject, true, query, place.filter(Place::read).map(Place::behind), most);
        return first.concatWith(then).take(most);
    }

    @GetMapping("/counts")
    @Operation(operationId = "countNotifications", summary = "How much the caller has not read yet, 1000 at most")
    Mono<UnreadCounts> counts() {
        return Caller.current()
                .flatMap(caller -> unread(caller.subject()).collectList())
                .map(UnreadCounts::of);
    }

    private Flux<NotificationView> unread(String subject) {
        return NotificationReads.of(generations.active()).told(subject, false, ALL, Optional.empty(), UnreadCounts.MAX);
    }

    @PostMapping("/{notificationId}/read")
    @Operation(operationId = "readNotification", summary = "Marks one of the caller's notifications as read")
    Mono<NotificationItem> read(@PathVariable String notificationId) {
        return mark(notificationId, true);
    }

    @PostMapping("/{notificationId}/unread")
    @Operation(operationId = "unreadNotification", summary = "Marks one of the caller's notifications as unread")
    Mono<NotificationItem> unreadAgain(@PathVariable String notificationId) {
        return mark(notificationId, false);
    }

    private Mono<NotificationItem> mark(String id, boolean read) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Caller.current()
                .flatMap(caller -> NotificationReads.of(generations.active())
                        .byId(id)
                        .filter(found -> found.recipientId().equals(caller.subject()))
                        .switchIfEmpty(Mono.error(() -> Rejected.nothing("notification", id)))
                        .flatMap(found -> found.read() == read
                                ? Mono.just(found)
                                : marks.publish(new NotificationsRead(caller.subject(), List.of(id), read, now))
                                        .thenReturn(found.read(read, now))))
                .map(NotificationItem::of);
    }

    @PostMapping("/read-all")
    @Operation(
            operationId = "readAllNotifications",
            summary = "Marks what the caller has not read as read, 1000 at once; answers how much is left")
    Mono<UnreadCounts> readAll() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Caller.current()
                .flatMap(caller -> unread(caller.subject())
                        .map(NotificationView::id)
                        .collectList()
                        .filter(ids -> !ids.isEmpty())
                        .flatMap(ids -> marks.publish(new NotificationsRead(caller.subject(), ids, true, now))))
                .then(counts());
    }
}
