package dev.almanac.query.rules;

import dev.almanac.events.Recorded;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.BackfillApproved;
import dev.almanac.events.rule.RuleChange.MissedRunDiscarded;
import dev.almanac.events.rule.RuleChange.MissedRunRescheduled;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRequested;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.rule.RuleStanding;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.rules.v1} into one document for each rule that is not deleted. */
@Component
public final class RuleProjection implements ReadModel<RuleView>, Projection<RuleView, RuleChange> {

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public Class<RuleView> viewType() {
        return RuleView.class;
    }

    @Override
    public List<Projection<RuleView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<RuleChange> changes() {
        return RuleChange.class;
    }

    @Override
    public List<String> keys(RuleChange change) {
        return List.of(change.ruleId());
    }

    @Override
    public @Nullable String ofSubject(RuleChange change) {
        return change.subject();
    }

    @Override
    public @Nullable RuleView apply(@Nullable RuleView view, String key, Recorded<RuleChange> recorded) {
        RuleView next =
                recorded.change() instanceof RuleCreated created ? first(created) : evolve(view, recorded.change());
        return next == null ? null : next.at(recorded.metadata());
    }

    private static RuleView first(RuleCreated created) {
        return new RuleView(
                created.ruleId(),
                0,
                created.profile(),
                RuleStanding.ACTIVE.said(),
                null,
                created.createdBy(),
                created.createdAt(),
                created.createdBy(),
                created.createdAt(),
                created.profile().since(created.createdAt()),
                List.of());
    }

    private static @Nullable RuleView evolve(@Nullable RuleView view, RuleChange change) {
        if (view == null) {
            return null;
        }
        RuleView moved = view.moved(view.movedRuns().after(change));
        RuleStanding standing = view.standing().after(change);
        return switch (change) {
            case RuleUpdated c -> moved.with(c.profile(), c.updatedAt());
            case RulePaused c ->
                view.with(standing, new RuleView.Pause(c.pausedAt(), c.pausedBy(), c.resumeAfter(), c.reason()));
            case RuleResumed c
            when view.kept() == RuleStatus.DISABLED -> view.with(standing, null).since(c.resumedAt());
            case RuleResumed _ -> view.with(standing, null);
            case RuleDisabled _ -> moved.with(standing, null);
            case RunRescheduled _ -> moved;
            case RuleDeleted _ -> null;
            case RuleCreated _, RunRequested _, BackfillApproved _, MissedRunDiscarded _, MissedRunRescheduled _ ->
                view;
        };
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsCalendar("view.profile.queue", "view.createdBy");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.profile.queue", "_id"), List.of("offset"));
    }
}
