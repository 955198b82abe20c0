package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;
import java.util.List;
import java.util.Optional;

/** What the ledger says of all claims of a command, in the order in which they were asked for. */
public record Settlement(List<Verdict> verdicts) {
    public Settlement {
        verdicts = List.copyOf(verdicts);
    }

    /** Names everything that was refused; a series has no more occurrences than SCH-006 admits. */
    public Optional<Rejection> refusal() {
        List<Verdict> refused = verdicts.stream()
                .filter(verdict -> verdict.kind() == Verdict.Kind.REFUSED || isWhollySkipped(verdict))
                .toList();
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        return refused.stream().allMatch(Verdict::lacksResource)
                ? Optional.of(new TimeSlotUnavailable(
                        refused.stream().map(Settlement::refused).toList(), List.of()))
                : Optional.of(full(refused));
    }

    /** A series of which nothing finds room is no series. */
    private boolean isWhollySkipped(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.SKIPPED
                && verdicts.stream()
                        .filter(other -> other.claim()
                                .scheduleId()
                                .equals(verdict.claim().scheduleId()))
                        .noneMatch(Verdict::isAdmitted);
    }

    public List<Verdict> of(Verdict.Kind kind) {
        return verdicts.stream().filter(verdict -> verdict.kind() == kind).toList();
    }

    private static SlotIsFull full(List<Verdict> refused) {
        Lane lane = refused.getFirst().lane();
        return new SlotIsFull(
                lane.calendarId(),
                lane.capacity(),
                refused.stream().map(Settlement::refused).toList());
    }

    private static RefusedClaim refused(Verdict verdict) {
        Claim claim = verdict.claim();
        return new RefusedClaim(
                claim.scheduleId(),
                claim.claimId(),
                claim.slot().start(),
                claim.slot().end(),
                verdict.competitors());
    }
}
