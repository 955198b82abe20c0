package dev.almanac.query.runs;

import static com.mongodb.client.model.Filters.lt;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What is asked of the view. */
public final class RunReads extends Reads<RunView> {

    private RunReads(Generation views) {
        super(views, RunView.class);
    }

    public static RunReads in(Generation views) {
        return new RunReads(views);
    }

    /** Drops runs that came to stand where they stand before then, at most so many; answers how many. */
    Mono<Long> dropBefore(Instant oldest, int most) {
        return delete(lt("view.since", oldest), most);
    }
}
