package dev.almanac.query.history.undoable;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.PublishedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a command did, named by the first of its changes: {@code POST /changes/{changeId}/undo} takes back all of them.
 *
 * @param type of the change, as it is published
 * @param alsoChanged how many other events are taken back with it
 * @param reason why, where somebody said so
 * @param version of the subject after it
 */
record UndoableChange(
        String changeId,
        String subject,
        String type,
        int alsoChanged,
        Instant time,
        Instant undoableUntil,
        String actor,
        @Nullable String reason,
        long version,
        long position) {

    static UndoableChange of(PublishedChange first, int alsoChanged, Instant undoableUntil) {
        return new UndoableChange(
                first.id(),
                first.subject(),
                first.type(),
                alsoChanged,
                first.time(),
                undoableUntil,
                first.actor(),
                ChangeItem.reason(ChangeJson.mapper().readTree(first.change().getBytes(UTF_8))),
                first.sequence(),
                first.position());
    }
}
