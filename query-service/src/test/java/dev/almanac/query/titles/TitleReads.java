package dev.almanac.query.titles;

import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;

/** What is asked of the view. */
final class TitleReads extends Reads<TitleView> {
    private static final String SHOWN = "view.shown";

    private TitleReads(Generation views) {
        super(views, TitleView.class);
    }

    static TitleReads of(Generation views) {
        return new TitleReads(views);
    }

    Flux<String> startingWith(String words, int most) {
        return find(regex(SHOWN, "^" + Pattern.quote(words)), ascending(SHOWN), most)
                .map(TitleView::shown);
    }
}
