package dev.almanac.query.resources;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.resources.v1}. */
@Component
public final class ResourceProjection implements ReadModel<ResourceView>, Projection<ResourceView, ResourceChange> {

    @Override
    public String name() {
        return "resources";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public Class<ResourceView> viewType() {
        return ResourceView.class;
    }

    @Override
    public List<Projection<ResourceView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<ResourceChange> changes() {
        return ResourceChange.class;
    }

    @Override
    public List<String> keys(ResourceChange change) {
        return List.of(change.resourceId());
    }

    @Override
    public @Nullable String ofSubject(ResourceChange change) {
        return change.subject();
    }

    @Override
    public @Nullable ResourceView apply(@Nullable ResourceView view, String key, Recorded<ResourceChange> recorded) {
        ResourceView next = evolve(view, recorded.change(), recorded.metadata());
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
