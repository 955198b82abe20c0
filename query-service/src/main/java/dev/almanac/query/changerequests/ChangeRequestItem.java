package dev.almanac.query.changerequests;

import dev.almanac.events.changerequest.AppliedChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import dev.almanac.events.changerequest.ChangeSummary;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.NamedSubject;
import dev.almanac.events.changerequest.ProposedChange;
import dev.almanac.events.wire.ChangeJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change request as clients see it.
 *
 * @param version for {@code If-Match}
 * @param changes what is or was proposed; empty where nothing is
 * @param applied what a confirmation applied; empty before
 * @param decidedBy who confirmed or rejected it
 * @param successor the request that asks for the same anew, where it was overtaken
 */
record ChangeRequestItem(
        String id,
        long version,
        ChangeRequestStatus status,
        String text,
        String timeZone,
        @Nullable String subjectId,
        String interpreter,
        List<ProposedChange> changes,
        @Nullable ChangeSummary summary,
        double confidence,
        List<ChangeWarning> warnings,
        List<NamedSubject> candidates,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant expiresAt,
        List<AppliedChange> applied,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String successor) {

    /** What was decided. */
    private record Decision(
            List<AppliedChange> applied,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable String successor) {
        private static Decision of(ChangeRequestView view) {
            String decided = view.decided();
            return decided == null ? new Decision(List.of(), null, null, null, null) : of(view.status(), decided);
        }

        private static Decision of(ChangeRequestStatus status, String decided) {
            return switch (status) {
                case CONFIRMED -> {
                    var c = read(decided, ChangeRequestConfirmed.class);
                    yield new Decision(c.applied(), c.confirmedBy(), c.confirmedAt(), null, null);
                }
                case REJECTED -> {
                    var c = read(decided, ChangeRequestRejected.class);
                    yield new Decision(List.of(), c.rejectedBy(), c.rejectedAt(), c.reason(), null);
                }
                case OVERTAKEN -> {
                    var c = read(decided, ChangeRequestOvertaken.class);
                    yield new Decision(List.of(), c.confirmedBy(), c.overtakenAt(), null, c.successor());
                }
                case PROPOSED, NOT_UNDERSTOOD -> new Decision(List.of(), null, null, null, null);
            };
        }
    }

    static ChangeRequestItem of(ChangeRequestView view) {
        Decision decision = Decision.of(view);
        return view.status() == ChangeRequestStatus.NOT_UNDERSTOOD
                ? of(view, read(view.said(), ChangeRequestNotUnderstood.class), decision)
                : of(view, read(view.said(), ChangeRequestProposed.class), decision);
    }

    private static <C> C read(String json, Class<C> change) {
        return ChangeJson.mapper().readValue(json, change);
    }

    private static ChangeRequestItem of(ChangeRequestView view, ChangeRequestProposed said, Decision decision) {
        return new ChangeRequestItem(
                view.id(),
                view.version(),
                view.status(),
                said.asked().text(),
                said.asked().timeZone(),
                said.asked().subjectId(),
                said.asked().interpreter(),
                said.changes(),
                said.summary(),
                said.confidence(),
                said.warnings(),
                List.of(),
                view.requestedBy(),
                view.requestedAt(),
                said.expiresAt(),
                decision.applied(),
                decision.by(),
                decision.at(),
                decision.reason(),
                decision.successor());
    }

    private static ChangeRequestItem of(ChangeRequestView view, ChangeRequestNotUnderstood said, Decision decision) {
        return new ChangeRequestItem(
                view.id(),
                view.version(),
                view.status(),
                said.asked().text(),
                said.asked().timeZone(),
                said.asked().subjectId(),
                said.asked().interpreter(),
                List.of(),
                null,
                0,
                said.warnings(),
                said.candidates(),
                view.requestedBy(),
                view.requestedAt(),
                null,
                decision.applied(),
                decision.by(),
                decision.at(),
                decision.reason(),
                decision.successor());
    }
}
