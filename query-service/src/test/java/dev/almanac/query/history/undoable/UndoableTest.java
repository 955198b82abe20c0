package dev.almanac.query.history.undoable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.history.PublishedChange;
import dev.almanac.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UndoableTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:05:00Z");
    private final List<PublishedChange> recent = new ArrayList<>();

    @Test
    void a_change_can_be_taken_back_for_five_minutes_and_not_a_millisecond_longer() {
        told(
                "first",
                "talk",
                0,
                NOW.minus(Undoable.EXPIRY),
                Examples.event("talk", "hall", "T", "03T09:00", "03T10:00"));
        told(
                "second",
                "tea",
                0,
                NOW.minus(Undoable.EXPIRY).minusMillis(1),
                Examples.event("tea", "hall", "T", "03T09:00", "03T10:00"));
        assertThat(undoable()).extracting(UndoableChange::subject).containsExactly("talk");
        assertThat(undoable().getFirst().undoableUntil()).isEqualTo(NOW);
    }

    @Test
    void what_one_command_did_is_one_thing_unless_something_later_depends_on_any_of_it() {
        told("bulk", "talk", 1, NOW, Examples.event("talk", "hall", "T", "03T09:00", "03T10:00"));
        told("bulk", "hall", 7, NOW, new OverbookingWarningTriggered("hall", "talk", NOW, NOW, 4, 5, 0.8));
        told("bulk", "tea", 1, NOW, Examples.event("tea", "hall", "T", "03T09:00", "03T10:00"));
        assertThat(undoable()).hasSize(1).first().satisfies(bulk -> {
            assertThat(bulk.subject()).isEqualTo("talk");
            assertThat(bulk.alsoChanged()).isEqualTo(1);
        });

        told("later", "tea", 2, NOW, Examples.event("tea", "hall", "T", "03T09:00", "03T10:00"));
        assertThat(undoable()).extracting(UndoableChange::changeId).containsExactly("later-tea-2");
    }

    @Test
    void later_changes_of_other_shares_do_not_keep_a_share_from_being_taken_back() {
        told("one", "hall", 1, NOW, new CalendarShared("hall", "zoe", ShareLevel.VIEW));
        told("two", "hall", 2, NOW, new CalendarShared("hall", "max", ShareLevel.VIEW));
        told("three", "hall", 3, NOW, new CalendarUnshared("hall", "zoe"));
        assertThat(undoable()).extracting(UndoableChange::version).containsExactly(3L, 2L);
    }

    @Test
    void a_feed_token_can_be_taken_back_until_it_is_revoked_and_a_revocation_cannot() {
        told("one", "hall", 1, NOW, new FeedTokenCreated("hall", "token-1", "hash", null, "ana", false));
        told("two", "hall", 2, NOW, new FeedTokenCreated("hall", "token-2", "hash", null, "ana", false));
        told("three", "hall", 3, NOW, new FeedTokenRevoked("hall", "token-1", "ana"));
        assertThat(undoable()).extracting(UndoableChange::version).containsExactly(2L);
    }

    @Test
    void what_has_no_undo_is_not_listed() {
        told("new", "hall", 0, NOW, Examples.calendar("hall", "Hall"));
        told("back", "beamer", 1, NOW, new ResourceMarkedAvailable("out", "beamer", NOW, NOW, null, "ana"));
        assertThat(undoable()).isEmpty();
    }

    @Test
    void changes_that_were_told_before_their_commands_were_remembered_stand_for_themselves() {
        Stream.of("talk", "tea").forEach(id -> {
            PublishedChange published = view("x", id, 0, NOW, Examples.event(id, "hall", "T", "03T09:00", "03T10:00"));
            recent.add(new PublishedChange(
                    published.id(),
                    id,
                    published.type(),
                    published.revision(),
                    published.change(),
                    0,
                    published.position(),
                    "ana",
                    NOW,
                    null,
                    null,
                    null));
        });
        assertThat(undoable()).hasSize(2);
    }

    private List<UndoableChange> undoable() {
        return Undoable.of(recent, recent, NOW);
    }

    private void told(String command, String subject, long sequence, Instant at, Change change) {
        recent.add(view(command, subject, sequence, at, change));
    }

    private PublishedChange view(String command, String subject, long sequence, Instant at, Change change) {
        return new PublishedChange(
                command + "-" + subject + "-" + sequence,
                subject,
                change.type(),
                Schema.of(change.getClass()).keptRevision(),
                new String(ChangeJson.write(change), UTF_8),
                sequence,
                recent.size() + Duration.ofMinutes(1).toMillis(),
                "ana",
                at,
                command,
                null,
                null);
    }
}
