package dev.almanac.query.runs;

import static com.mongodb.client.model.Filters.lt;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What is asked of the view. */
public final class PlanReads extends Reads<PlanView> {

    private PlanReads(Generation views) {
        super(views, PlanView.class);
    }

    public static PlanReads in(Generation views) {
        return new PlanReads(views);
    }

    /** Drops plans whose last occurrence was before then, at most so many; answers how many. */
    Mono<Long> dropBefore(Instant oldest, int most) {
        return delete(lt("view.lastAt", oldest), most);
    }
}
