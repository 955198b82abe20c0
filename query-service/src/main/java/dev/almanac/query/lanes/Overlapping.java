package dev.almanac.query.lanes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.events.Lanes;
import java.util.Collection;
import org.bson.conversions.Bson;

/** Which entries are on a lane at some time of a window. */
public final class Overlapping {
    private Overlapping() {}

    /** On any of the lanes, which {@link Lanes} names. */
    public static Bson entries(Collection<String> lanes, TimeSlot window) {
        return and(
                in("view.lanes", Lanes.searched(lanes, window)),
                lt("view.startDateTime", window.end()),
                gt("view.endDateTime", window.start()));
    }
}
