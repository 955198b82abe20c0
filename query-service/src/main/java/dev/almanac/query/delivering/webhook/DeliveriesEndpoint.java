package dev.almanac.query.delivering.webhook;

import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.store.Outbox;
import dev.almanac.query.store.Outbox.Sent;
import dev.almanac.query.webhooks.WebhookReads;
import dev.almanac.query.webhooks.WebhookView;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Webhooks")
@RequestMapping("/api/v1/webhooks/{webhookId}")
class DeliveriesEndpoint {
    private final VisibleViews visible;
    private final KnownReceivers receivers;
    private final Posting posting;
    private final Outbox outbox;
    private final Clock clock;

    DeliveriesEndpoint(VisibleViews visible, KnownReceivers receivers, Posting posting, Outbox outbox, Clock clock) {
        this.visible = visible;
        this.receivers = receivers;
        this.posting = posting;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping("/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "What was sent to a webhook, and what waits to be",
            description =
                    "The first page begins with what waits, as far as it has room, oldest first; then comes what is over,"
                            + " newest first, for seven days.")
    Mono<Page<DeliveryItem>> list(
            @PathVariable String webhookId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int shown = Page.checked(limit);
        Optional<Cursor> after = Cursor.parse(cursor);
        String lane = Receiver.laneOf(webhookId);
        return webhook(webhookId)
                .flatMap(_ -> after.isPresent()
                        ? over(lane, after.get(), shown)
                        : outbox.waiting(lane, shown)
                                .map(DeliveryItem::waiting)
                                .collectList()
                                .flatMap(waiting -> firstPage(lane, waiting, shown)));
    }

    private Mono<Page<DeliveryItem>> over(String lane, Cursor after, int shown) {
        return outbox.sent(lane, after.instant(), after.id(), shown + 1)
                .collectList()
                .map(found -> Page.of(found, shown, DeliveriesEndpoint::cursor).map(DeliveryItem::over));
    }

    private Mono<Page<DeliveryItem>> firstPage(String lane, List<DeliveryItem> waiting, int shown) {
        int left = shown - waiting.size();
        return left == 0
                ? Mono.just(Page.upTo(waiting, new Cursor(clock.instant().toString(), "")))
                : outbox.sent(lane, null, null, left + 1)
                        .collectList()
                        .map(found ->
                                Page.of(found, left, DeliveriesEndpoint::cursor).map(DeliveryItem::over))
                        .map(over -> new Page<>(
                                Stream.concat(waiting.stream(), over.items().stream())
                                        .toList(),
                                over.nextCursor()));
    }

    private static Cursor cursor(Sent last) {
        return new Cursor(last.message().createdAt().toString(), last.message().id());
    }

    @PostMapping("/deliveries/{deliveryId}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "redeliver",
            summary = "Sends a message once more, at once",
            description = "Under the same webhook-id, so that a receiver that has it already drops it.")
    Mono<DeliveryItem> redeliver(@PathVariable String webhookId, @PathVariable String deliveryId) {
        return webhook(webhookId)
                .flatMap(_ -> outbox.byId(Receiver.laneOf(webhookId), webhookId + ":" + deliveryId))
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("delivery", deliveryId)))
                .map(message -> message.again(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .flatMap(message -> outbox.put(List.of(message)).thenReturn(DeliveryItem.waiting(message)));
    }

    @PostMapping("/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Sends a message that was made up, signed like any other, and answers how it was taken",
            description = "Once, and also where the webhook is disabled. Its type is dev.almanac.test.")
    Mono<TestDelivery> test(@PathVariable String webhookId) {
        String id = UUID.randomUUID().toString();
        return webhook(webhookId)
                .map(view -> receivers
                        .receiver(view)
                        .orElseThrow(() -> Rejected.because(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "secrets-not-configured",
                                "Whoever runs the service has given it no key that opens the webhook's secret")))
                .flatMap(receiver -> posting.post(receiver, id, body(id)))
                .map(answer -> new TestDelivery(id, answer.isSuccess(), answer.status(), answer.why()));
    }

    private String body(String id) {
        var event = ChangeJson.mapper().createObjectNode();
        event.put("specversion", "1.0")
                .put("id", id)
                .put("type", "dev.almanac.test")
                .put("source", "urn:scheduling:query-service")
                .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("datacontenttype", "application/json");
        event.putObject("data").put("text", "This is a test.");
        return ChangeJson.mapper().writeValueAsString(event);
    }

    private Mono<WebhookView> webhook(String webhookId) {
        return WebhookReads.of(visible.active())
                .byId(webhookId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("webhook", webhookId)));
    }
}
