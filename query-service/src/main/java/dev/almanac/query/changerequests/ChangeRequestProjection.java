package dev.almanac.query.changerequests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.change-requests.v1}. */
@Component
public final class ChangeRequestProjection
        implements ReadModel<ChangeRequestView>, Projection<ChangeRequestView, ChangeRequestChange> {

    @Override
    public String name() {
        return "change-requests";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ChangeRequestView> viewType() {
        return ChangeRequestView.class;
    }

    @Override
    public List<Projection<ChangeRequestView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<ChangeRequestChange> changes() {
        return ChangeRequestChange.class;
    }

    @Override
    public List<String> keys(ChangeRequestChange change) {
        return List.of(change.changeRequestId());
    }

    @Override
    public @Nullable String ofSubject(ChangeRequestChange change) {
        return change.subject();
    }

    @Override
    public @Nullable ChangeRequestView apply(
            @Nullable ChangeRequestView view, String key, Recorded<ChangeRequestChange> recorded) {
        ChangeMetadata metadata = recorded.metadata();
        return switch (recorded.change()) {
            case ChangeRequestProposed c ->
                new ChangeRequestView(
                        key,
                        metadata.sequence(),
                        ChangeRequestStatus.PROPOSED,
                        c.proposedBy(),
                        c.proposedAt(),
                        json(c),
                        null,
                        metadata.time());
            case ChangeRequestNotUnderstood c ->
                new ChangeRequestView(
                        key,
                        metadata.sequence(),
                        ChangeRequestStatus.NOT_UNDERSTOOD,
                        c.askedBy(),
                        c.askedAt(),
                        json(c),
                        null,
                        metadata.time());
            case ChangeRequestConfirmed c ->
                view == null ? null : view.decided(ChangeRequestStatus.CONFIRMED, json(c), metadata);
            case ChangeRequestRejected c ->
                view == null ? null : view.decided(ChangeRequestStatus.REJECTED, json(c), metadata);
            case ChangeRequestOvertaken c ->
                view == null ? null : view.decided(ChangeRequestStatus.OVERTAKEN, json(c), metadata);
        };
    }

    private static String json(Change change) {
        return new String(ChangeJson.write(change), UTF_8);
    }

    @Override
    public Audience audience() {
        return new Audience.ItsAuthor("view.requestedBy");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.requestedBy", "view.requestedAt", "_id"), List.of("view.requestedAt", "_id"));
    }
}
