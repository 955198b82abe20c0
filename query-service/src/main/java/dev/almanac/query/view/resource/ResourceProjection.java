package dev.almanac.query.view.resource;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds {@code scheduling.resources.v1}. */
public final class ResourceProjection implements Projection<ResourceView> {

    @Override
    public String name() {
        return "resources";
    }

    @Override
    public Class<ResourceView> viewType() {
        return ResourceView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RESOURCES);
    }

    @Override
    public List<String> keys(Change change) {
        return change instanceof ResourceChange resourceChange ? List.of(resourceChange.resourceId()) : List.of();
    }

    @Override
    public @Nullable String ofSubject(Change change) {
        return change instanceof ResourceChange ? change.subject() : null;
    }

    @Override
    public @Nullable ResourceView apply(@Nullable ResourceView view, String key, Recorded<? extends Change> recorded) {
        ResourceView next = evolve(view, (ResourceChange) recorded.change(), recorded.metadata());
        return next == null ? null : next.at(recorded.metadata());
    }

    private static @Nullable ResourceView evolve(
            @Nullable ResourceView view, ResourceChange change, ChangeMetadata metadata) {
        return switch (change) {
            case ResourceRegistered c ->
                new ResourceView(c.resourceId(), metadata.sequence(), c.profile(), List.of(), metadata.time());
            case ResourceUpdated c -> view == null ? null : view.with(c.profile());
            case ResourceMarkedUnavailable c -> view == null ? null : view.out(period(c));
            case ResourceMarkedAvailable c -> view == null ? null : view.back(c.slot());
        };
    }

    private static UnavailablePeriod period(ResourceMarkedUnavailable change) {
        return new UnavailablePeriod(
                change.resourceAvailabilityId(),
                change.startDateTime(),
                change.endDateTime(),
                change.reason(),
                change.markedBy());
    }

    @Override
    public Audience audience() {
        return new Audience.Everybody();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.profile.name", "_id"));
    }
}
