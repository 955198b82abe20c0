package dev.almanac.conflict.lane;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.Republication;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ResolutionMethod;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneProfile;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An update of a lane; travels on the repartition topic. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "news")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LaneNews.Claimed.class, name = "claimed"),
    @JsonSubTypes.Type(value = LaneNews.Released.class, name = "released"),
    @JsonSubTypes.Type(value = LaneNews.Described.class, name = "described"),
    @JsonSubTypes.Type(value = LaneNews.BackInService.class, name = "back-in-service"),
    @JsonSubTypes.Type(value = LaneNews.Unchanged.class, name = "unchanged")
})
public sealed interface LaneNews {

    Origin origin();

    /**
     * The change that this follows from.
     *
     * @param sequence the version of its subject
     * @param position its place in the event store, or that of its own cause
     * @param actor who asked for it
     * @param done what that did to the claim: the way in which a conflict that ends by it was resolved, if it was one
     * @param republication in which changes of the lane's own calendar or resource are republished, if they are
     */
    record Origin(
            String changeId,
            Instant time,
            String correlationId,
            long sequence,
            Long position,
            String actor,
            @Nullable ResolutionMethod done,
            @Nullable Republication republication) {

        /** An earlier build said less of what may still be on its way. */
        public Origin {
            position = Objects.requireNonNullElse(position, 0L);
            actor = Objects.requireNonNullElse(actor, "conflict-detector");
        }

        public Origin doing(@Nullable ResolutionMethod method) {
            return new Origin(changeId, time, correlationId, sequence, position, actor, method, republication);
        }
    }

    /** Comes from the lane's own calendar or resource, not from a claim on it. */
    default boolean aboutTheLaneItself() {
        return switch (this) {
            case Claimed claimed -> claimed.entry().outage();
            case Described _, BackInService _, Unchanged _ -> true;
            case Released _ -> false;
        };
    }

    /** Takes the place of whatever the claim took before. */
    record Claimed(LaneEntry entry, Origin origin) implements LaneNews {}

    record Released(String claimId, Origin origin) implements LaneNews {}

    record Described(LaneProfile profile, Origin origin) implements LaneNews {}

    /** Outages inside the slot end; what lies outside it stays. */
    record BackInService(TimeSlot slot, Origin origin) implements LaneNews {}

    /** Republished, a change that means nothing to lanes is counted with those that do. */
    record Unchanged(Origin origin) implements LaneNews {}
}
