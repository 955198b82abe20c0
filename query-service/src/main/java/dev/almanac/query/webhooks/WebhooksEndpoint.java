package dev.almanac.query.webhooks;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Version;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Webhooks")
@RequestMapping("/api/v1/webhooks")
class WebhooksEndpoint {
    private final VisibleViews visible;
    private final Clock clock;

    WebhooksEndpoint(VisibleViews visible, Clock clock) {
        this.visible = visible;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "One's own webhooks, by id; admins see those of all")
    Mono<Page<WebhookItem>> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        int shown = Page.checked(limit);
        String after = Cursor.parse(cursor).map(Cursor::id).orElse("");
        return WebhookReads.of(visible.active())
                .behind(after, shown + 1)
                .collectList()
                .map(found -> Page.of(found, shown, last -> new Cursor("", last.id()))
                        .map(view -> WebhookItem.of(view, clock)));
    }

    @GetMapping("/{webhookId}")
    @Operation(operationId = "getWebhook", summary = "One webhook, for its owner and for admins")
    Mono<WebhookItem> one(@PathVariable String webhookId, ServerWebExchange exchange) {
        return WebhookReads.of(visible.active())
                .byId(webhookId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("webhook", webhookId)))
                .doOnNext(view -> Version.of(exchange, view.version()))
                .map(view -> WebhookItem.of(view, clock));
    }
}
