package dev.almanac.query.provided.attachments;

import dev.almanac.events.feed.EntryAttachment;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.http.Page;
import dev.almanac.query.provided.Attached;
import dev.almanac.query.provided.AttachedReads;
import dev.almanac.web.Rejected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Feed")
class AttachmentsEndpoint {
    private static final String OURS = FeedChange.OUR_TYPE + ":";
    private final VisibleViews visible;
    private final Slots slots;
    private final Counter notFound;
    private final Counter requests;
    private final Counter denials;
    private final Counter links;

    AttachmentsEndpoint(VisibleViews visible, Slots slots, MeterRegistry meters) {
        this.visible = visible;
        this.slots = slots;
        this.notFound = counter(meters, "not.found", "Asked of what is not there, or not for the caller");
        this.requests = counter(meters, "requests", "Answered");
        this.denials = counter(meters, "permission.denials", "Asked of private entries by others than their owner");
        this.links = counter(
                meters, "downloads", "Links handed out: what they lead to comes from its provider, and not by us");
    }

    private static Counter counter(MeterRegistry meters, String what, String description) {
        return Counter.builder("calendar.attachments." + what)
                .description(description)
                .register(meters);
    }

    @GetMapping("/api/v1/calendar/events/{eventId}/attachments")
    @Operation(
            operationId = "listAttachments",
            summary =
                    "What is attached to a provider's entry: photos and documents by link, with what is known of each",
            description =
                    "Those of a private entry are for its owner alone: 403 for others who see that it is there, 404 for those who"
                            + " do not. Scheduled events have none. A hundred an hour and user.")
    Mono<Page<EntryAttachment>> attachments(
            @Parameter(description = "As the feed names it: type:id, such as attendance:4711") @PathVariable
                    String eventId,
            Principal caller) {
        return (isOurs(eventId) ? ofEvent(eventId) : ofEntry(eventId, caller.getName()))
                .map(attachments -> new Page<>(attachments, null))
                .switchIfEmpty(Mono.error(() -> {
                    notFound.increment();
                    return Rejected.nothing("event or entry", eventId);
                }))
                .doOnNext(page -> {
                    requests.increment();
                    links.increment(page.items().size());
                });
    }

    private static boolean isOurs(String eventId) {
        return eventId.indexOf(':') < 0 || eventId.startsWith(OURS);
    }

    private Mono<List<EntryAttachment>> ofEvent(String eventId) {
        String id = eventId.startsWith(OURS) ? eventId.substring(OURS.length()) : eventId;
        return slots.one(id, ZoneOffset.UTC)
                .hasElement()
                .flatMap(shown -> shown
                        ? Mono.just(true)
                        : ScheduleReads.of(visible.active()).byId(id).hasElement())
                .filter(known -> known)
                .map(_ -> List.of());
    }

    private Mono<List<EntryAttachment>> ofEntry(String eventId, String caller) {
        return AttachedReads.of(visible.active()).byId(eventId).map(attached -> told(attached, caller));
    }

    private List<EntryAttachment> told(Attached attached, String caller) {
        if (!attached.tells(caller)) {
            denials.increment();
            throw Rejected.because(
                    HttpStatus.FORBIDDEN,
                    "attachments-are-private",
                    "What is attached to a private entry is for its owner");
        }
        return attached.attachments();
    }
}
