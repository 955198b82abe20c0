package dev.almanac.query.calendars;

import dev.almanac.query.access.FeedCreators;
import dev.almanac.query.store.Generations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tokens of calendars, as those see them who let their holders in. */
@Component
class FeedTokens implements FeedCreators {
    private final Generations generations;

    FeedTokens(Generations generations) {
        this.generations = generations;
    }

    @Override
    public Mono<FeedCreator> of(String calendarId, String tokenHash) {
        return CalendarReads.of(generations.active())
                .openedBy(tokenHash)
                .filter(calendar -> calendar.id().equals(calendarId))
                .flatMapIterable(CalendarView::feedTokens)
                .filter(token -> token.hash().equals(tokenHash))
                .next()
                .map(token -> new FeedCreator(token.createdBy(), token.byManager()));
    }
}
