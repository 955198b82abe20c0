package dev.almanac.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Very many claims for one slot: as many pairs as claims times twenty, whatever their order. */
class CrowdedLaneTest {
    private static final int RIVALS_MAX = 20;
    private static final int CLAIMS = 200;
    private static final ResourceClaim BEAMER = new ResourceClaim("beamer", ResourceRole.PRIMARY);
    private final Set<String> open = new TreeSet<>();

    @TempDir
    private Path folder;

    @Test
    void a_crowd_is_told_in_a_bounded_number_of_pairs_and_says_so() {
        try (Stream stream = new Stream(folder)) {
            stream.resource("beamer", ResourceType.EQUIPMENT);
            for (int i = 0; i < CLAIMS; i++) {
                stream.event(id(i), "calendar", Stream.hours(9, 10), BEAMER);
            }
            List<ConflictChange> said = stream.said();
            said.forEach(this::follow);

            assertThat(open).hasSize(pairs(CLAIMS));
            assertThat(said).filteredOn(CrowdedLaneTest::crowded).isNotEmpty();

            for (int i = 0; i < CLAIMS; i++) {
                stream.remove(id(i));
            }
            stream.said().forEach(this::follow);
            assertThat(open).isEmpty();
        }
    }

    @Test
    void which_pairs_are_told_depends_on_the_claims_alone_and_not_on_their_order() {
        Random random = new Random(42);
        Map<String, TimeSlot> claims = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            int start = 9 + random.nextInt(4);
            claims.put(id(i), Stream.hours(start, start + 1 + random.nextInt(4)));
        }
        assertThat(openAfter(claims, new Random(1), "a")).isEqualTo(openAfter(claims, new Random(2), "b"));
    }

    /** In a random order, some of them after a detour, while others come and go. */
    private Set<String> openAfter(Map<String, TimeSlot> claims, Random random, String run) {
        Set<String> now = new HashSet<>();
        open.clear();
        List<Map.Entry<String, TimeSlot>> order = new ArrayList<>(claims.entrySet());
        Collections.shuffle(order, random);
        try (Stream stream = new Stream(folder.resolve(run))) {
            stream.resource("beamer", ResourceType.EQUIPMENT);
            for (Map.Entry<String, TimeSlot> claim : order) {
                String id = claim.getKey();
                TimeSlot slot = claim.getValue();
                if (random.nextBoolean()) {
                    TimeSlot detour = slot.movedTo(slot.start().plusSeconds(3600));
                    stream.event(id, "calendar", detour, BEAMER);
                    stream.move(id, detour, slot);
                } else {
                    stream.event("guest-" + id, "calendar", slot, BEAMER);
                    stream.event(id, "calendar", slot, BEAMER);
                    stream.remove("guest-" + id);
                }
            }
            stream.said().forEach(this::follow);
            now.addAll(open);
        }
        return now;
    }

    private static int pairs(int claims) {
        return RIVALS_MAX * (RIVALS_MAX - 1) / 2 + (claims - RIVALS_MAX) * RIVALS_MAX;
    }

    private static boolean crowded(ConflictChange change) {
        return change instanceof ScheduleConflictDetected found && Boolean.TRUE.equals(found.crowded());
    }

    private void follow(ConflictChange change) {
        switch (change) {
            case ScheduleConflictDetected found -> open.add(found.scheduledEventId() + found.conflictingEventId());
            case ScheduleConflictCleared gone -> open.remove(gone.scheduledEventId() + gone.conflictingEventId());
            case ConflictChange.Handling _ -> throw new IllegalStateException("the detector decides nothing");
        }
    }

    private static String id(int number) {
        return "event-%03d".formatted(number);
    }
}
