package dev.almanac.query.preferences;

import dev.almanac.query.access.Caller;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Notifications")
class PreferencesEndpoint {
    private final VisibleViews visible;

    PreferencesEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    @GetMapping("/api/v1/notification-preferences")
    @Operation(
            operationId = "getNotificationPreferences",
            summary = "What one wants to be told of, and how; the defaults for who never said anything",
            description =
                    "Of whoever asks. The address of a chat is masked: PUT takes it back as it is answered, and leaves it.")
    Mono<PreferencesAnswer> preferences(ServerWebExchange exchange) {
        return Caller.current()
                .flatMap(caller -> PreferenceReads.of(visible.active())
                        .ofUser(caller.subject())
                        .doOnNext(view -> Version.of(exchange, view.version()))
                        .map(PreferencesAnswer::of)
                        .defaultIfEmpty(PreferencesAnswer.defaults(caller.subject())));
    }
}
