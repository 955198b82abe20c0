package dev.almanac.query.calendars;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
class FeedTokensEndpoint {
    private final VisibleViews visible;

    FeedTokensEndpoint(VisibleViews visible) {
        this.visible = visible;
    }

    /** A token without what makes it one. */
    @Schema(name = "FeedToken")
    record FeedTokenItem(String feedTokenId, @Nullable String name, String createdBy, Instant createdAt) {
        static FeedTokenItem of(FeedToken token) {
            return new FeedTokenItem(token.id(), token.name(), token.createdBy(), token.createdAt());
        }
    }

    @GetMapping("/api/v1/calendars/{calendarId}/feed-tokens")
    @Operation(
            operationId = "listFeedTokens",
            summary = "The tokens that open a calendar as a feed: all for those who may administer it, else one's own")
    Mono<Page<FeedTokenItem>> tokens(
            @PathVariable String calendarId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int shown = Page.checked(limit);
        String after = Cursor.parse(cursor).map(Cursor::id).orElse("");
        return CalendarReads.of(visible.active())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .zipWith(
                        visible.rights(),
                        (calendar, rights) -> calendar.isAdministeredBy(rights)
                                ? calendar.feedTokens()
                                : of(calendar, rights.subject()))
                .map(tokens -> Page.of(behind(tokens, after), shown, last -> new Cursor("", last.id()))
                        .map(FeedTokenItem::of));
    }

    private static List<FeedToken> of(CalendarView calendar, String subject) {
        return calendar.feedTokens().stream()
                .filter(token -> token.createdBy().equals(subject))
                .toList();
    }

    /** One that was revoked meanwhile is passed over by the order of ids. */
    private static List<FeedToken> behind(List<FeedToken> tokens, String after) {
        return tokens.stream()
                .filter(token -> token.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(FeedToken::id))
                .toList();
    }
}
