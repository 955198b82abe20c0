package dev.almanac.query.security;

import dev.almanac.query.store.Ticket;
import dev.almanac.query.store.Tickets;
import dev.almanac.web.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Stream")
class StreamTokensEndpoint {
    private final Tickets tickets;
    private final StreamTokenProperties properties;
    private final Clock clock;

    StreamTokensEndpoint(Tickets tickets, StreamTokenProperties properties, Clock clock) {
        this.tickets = tickets;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Opens the stream once.
     *
     * @param streamToken opaque; kept by nobody but whoever asked
     * @param expiresAt from then on it opens nothing
     */
    record StreamToken(String streamToken, Instant expiresAt) {

        /** Not in any log. */
        @Override
        public String toString() {
            return "StreamToken[expiresAt=" + expiresAt + "]";
        }
    }

    @PostMapping("/api/v1/stream/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createStreamToken",
            summary = "A token that opens the stream of changes once, within a minute, as the caller",
            description =
                    "For EventSource, which can send no header: open /stream/changes?streamToken=…. When the connection"
                            + " ends, EventSource asks with the same address, gets 401 and closes: the page then asks for another"
                            + " token and opens …?streamToken=…&lastEventId=… with the id that it heard last.")
    Mono<ResponseEntity<StreamToken>> issue(@Parameter(hidden = true) JwtAuthenticationToken caller) {
        Instant till = till(caller);
        return tickets.issue(new Ticket(caller.getName(), Roles.of(caller), till, tokenTill(caller, till)))
                .map(shown -> ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new StreamToken(shown, till)));
    }

    /** No later than the token that it was asked for with. */
    private Instant till(JwtAuthenticationToken caller) {
        Instant usual = clock.instant().plus(properties.lifetime()).truncatedTo(ChronoUnit.MILLIS);
        Instant end = caller.getToken().getExpiresAt();
        return end == null || end.isAfter(usual) ? usual : end;
    }

    private static Instant tokenTill(JwtAuthenticationToken caller, Instant usual) {
        Instant end = caller.getToken().getExpiresAt();
        return end == null ? usual : end;
    }
}
