package dev.almanac.query.runs;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.rules.RuleView;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs page by page, by their times. */
@Component
public class PagesOfRuns {
    private final Runs runs;

    PagesOfRuns(Runs runs) {
        this.runs = runs;
    }

    public Mono<Page<RuleRun>> of(
            TimeSlot window, ZoneId zone, Predicate<RuleView> which, @Nullable String cursor, int limit) {
        Cursor after = Cursor.parse(cursor).orElse(null);
        return runs.of(new Runs.Question(window, zone, which, after, Page.checked(limit) + 1))
                .map(found -> Page.of(found, limit, PagesOfRuns::cursor));
    }

    private static Cursor cursor(RuleRun last) {
        return new Cursor(last.run().scheduledAt().toString(), last.run().occurrenceId());
    }
}
