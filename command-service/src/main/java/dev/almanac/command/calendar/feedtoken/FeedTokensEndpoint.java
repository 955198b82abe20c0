package dev.almanac.command.calendar.feedtoken;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.web.Fields;
import dev.almanac.web.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars/{calendarId}/feed-tokens")
class FeedTokensEndpoint {
    private static final int NAME_MAX = 128;
    private static final int BYTES = 32;
    private final SecureRandom random = new SecureRandom();

    /** @param name which program the token is for */
    record FeedTokenRequest(@Nullable String name) {}

    @Operation(
            operationId = "createFeedToken",
            summary =
                    "A token with which a program reads the calendar as an iCalendar feed, as far as the caller may read it",
            description =
                    "The token is answered once, and kept as a hash only: a repeat under the same Idempotency-Key is"
                            + " answered without it. It is worth as much as its creator's share of the calendar, and nothing when that"
                            + " ends or when the token is revoked.")
    @Slice(role = Role.CUSTOMER)
    @PostMapping
    Write<FeedTokenAnswer> create(
            @PathVariable String calendarId, @RequestBody FeedTokenRequest body, Request request) {
        Fields fields = new Fields();
        String name = fields.optionalText("name", body.name(), NAME_MAX);
        fields.check();
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        CreateFeedToken command =
                new CreateFeedToken(calendarId, UUID.randomUUID().toString(), Sha256.hex(token), name, request);
        return Write.creating(
                "/calendars", calendarId, command, (written, _) -> FeedTokenAnswer.of(written, command, token));
    }

    @Operation(
            operationId = "revokeFeedToken",
            summary = "Makes a feed token worthless; its creator may, and who administers the calendar")
    @Slice(role = Role.CUSTOMER)
    @DeleteMapping("/{feedTokenId}")
    Write<WriteAnswer> revoke(@PathVariable String calendarId, @PathVariable String feedTokenId, Request request) {
        return Write.changing(calendarId, new RevokeFeedToken(calendarId, feedTokenId, request));
    }
}
