package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Some of the documents of a view. */
public final class Rows {
    private static final Rows EVERYTHING = new Rows(new BsonDocument());
    private static final Rows NOTHING = among("_id", List.of());

    private final Bson which;

    private Rows(Bson which) {
        this.which = which;
    }

    public static Rows everything() {
        return EVERYTHING;
    }

    public static Rows nothing() {
        return NOTHING;
    }

    public static Rows of(Bson which) {
        return new Rows(which);
    }

    /** Those whose field has one of the values. */
    public static Rows among(String field, Collection<String> values) {
        return of(in(field, values));
    }

    /** Those whose field has that value. */
    public static Rows where(String field, String value) {
        return of(eq(field, value));
    }

    /** Those that lack the field. */
    public static Rows without(String field) {
        return of(eq(field, null));
    }

    public static Rows anyOf(List<Rows> some) {
        return of(Filters.or(some.stream().map(rows -> rows.which).toList()));
    }

    /** Those of them that the filter finds. */
    Bson and(Bson filter) {
        return this == EVERYTHING ? filter : Filters.and(filter, which);
    }
}
