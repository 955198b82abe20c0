package dev.almanac.query.resources;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class ResourceReads extends Reads<ResourceView> {
    private static final String NAME = "view.profile.name";
    private static final String TYPE = "view.profile.resourceType";

    private ResourceReads(Generation views) {
        super(views, ResourceView.class);
    }

    public static ResourceReads of(Generation views) {
        return new ResourceReads(views);
    }

    /**
     * By name.
     *
     * @param words in the name, whatever their case
     */
    public Flux<ResourceView> list(
            @Nullable ResourceType type,
            @Nullable String calendarId,
            @Nullable String words,
            Optional<Cursor> after,
            int most) {
        Conditions wanted = Conditions.withField(NAME).is(TYPE, type).is("view.profile.calendarId", calendarId);
        if (words != null) {
            wanted.and(regex(NAME, Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE)));
        }
        after.ifPresent(last -> wanted.comesBehind(NAME, last.key(), last.id()));
        return find(wanted.toBson(), ascending(NAME, "_id"), most);
    }

    /** Others of that type. */
    public Flux<ResourceView> ofType(ResourceType type, List<String> except, int most) {
        return find(and(eq(TYPE, type.name()), nin("_id", except)), ascending("_id"), most);
    }
}
