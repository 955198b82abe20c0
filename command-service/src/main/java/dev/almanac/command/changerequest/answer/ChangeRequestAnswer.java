package dev.almanac.command.changerequest.answer;

import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestConfirmed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestNotUnderstood;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestOvertaken;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestProposed;
import dev.almanac.events.changerequest.ChangeRequestChange.ChangeRequestRejected;
import dev.almanac.events.changerequest.ChangeSummary;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.NamedSubject;
import dev.almanac.events.changerequest.ProposedChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sentence. Nothing is changed by it until it is confirmed.
 *
 * @param version of the request, also the {@code ETag}
 * @param proposal what a confirmation does; absent where nothing is proposed
 * @param summary how the subject stands before and after
 * @param confidence from 0 to 1
 * @param warnings what to know before confirming, or why there is nothing to confirm
 * @param candidates what may have been meant, where nothing is proposed
 * @param expiresAt until when it may be confirmed
 */
public record ChangeRequestAnswer(
        String id,
        long version,
        String changeId,
        long position,
        Status status,
        @Nullable Proposal proposal,
        @Nullable ChangeSummary summary,
        double confidence,
        List<ChangeWarning> warnings,
        List<NamedSubject> candidates,
        @Nullable Instant expiresAt) {

    /** In order; all or none of them are applied. */
    public record Proposal(List<ProposedChange> changes) {}

    /** Whether there is anything to confirm. */
    public enum Status {
        PROPOSED,
        NOT_UNDERSTOOD
    }

    public static ChangeRequestAnswer of(WriteAnswer write, ChangeRequestChange draft) {
        return switch (draft) {
            case ChangeRequestProposed it ->
                new ChangeRequestAnswer(
                        write.id(),
                        write.version(),
                        write.changeId(),
                        write.position(),
                        Status.PROPOSED,
                        new Proposal(it.changes()),
                        it.summary(),
                        it.confidence(),
                        it.warnings(),
                        List.of(),
                        it.expiresAt());
            case ChangeRequestNotUnderstood it ->
                new ChangeRequestAnswer(
                        write.id(),
                        write.version(),
                        write.changeId(),
                        write.position(),
                        Status.NOT_UNDERSTOOD,
                        null,
                        null,
                        0,
                        it.warnings(),
                        it.candidates(),
                        null);
            case ChangeRequestConfirmed _, ChangeRequestRejected _, ChangeRequestOvertaken _ ->
                throw new IllegalArgumentException("no request begins with this");
        };
    }
}
