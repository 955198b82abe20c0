package dev.almanac.query.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Conditions that all have to hold; what was not asked for is none. */
public final class Conditions {
    private final List<Bson> all = new ArrayList<>();

    private Conditions() {}

    /** Of documents that are not gone, which all have this field. */
    public static Conditions withField(String field) {
        return new Conditions().and(exists(field));
    }

    public Conditions is(String field, @Nullable Object value) {
        return value == null ? this : and(eq(field, value instanceof Enum<?> constant ? constant.name() : value));
    }

    public Conditions isAfter(String field, @Nullable Instant instant) {
        return instant == null ? this : and(gt(field, instant));
    }

    public Conditions isNotBefore(String field, @Nullable Instant instant) {
        return instant == null ? this : and(gte(field, instant));
    }

    public Conditions isBefore(String field, @Nullable Instant instant) {
        return instant == null ? this : and(lt(field, instant));
    }

    /** Behind the one with this id in a list that is sorted by the field and then by id. */
    public Conditions comesBehind(String field, Object value, String id) {
        return and(or(gt(field, value), Filters.and(eq(field, value), gt("_id", id))));
    }

    /** The same in a list that is sorted the other way. */
    public Conditions comesBefore(String field, Object value, String id) {
        return and(or(lt(field, value), Filters.and(eq(field, value), lt("_id", id))));
    }

    public Conditions and(Bson other) {
        all.add(other);
        return this;
    }

    public Bson toBson() {
        return Filters.and(all);
    }
}
