package dev.almanac.command.changerequest.confirm;

import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.changerequest.AppliedChange;
import java.util.List;

/**
 * What was applied.
 *
 * @param version of the request, also the {@code ETag}
 * @param applied each change with the id by which it may be undone, where it can be
 */
record ConfirmedAnswer(
        String id, long version, String changeId, long position, Status status, List<AppliedChange> applied) {

    /** There is no other. */
    enum Status {
        CONFIRMED
    }

    static ConfirmedAnswer of(WriteAnswer write, List<AppliedChange> applied) {
        return new ConfirmedAnswer(
                write.id(), write.version(), write.changeId(), write.position(), Status.CONFIRMED, applied);
    }
}
