package dev.almanac.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.conflict.Timetable.Lecture;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole university week, carelessly planned: every clash of rooms, teachers and curricula is found, and no other. */
class TimetableTest {
    private final Timetable week = Timetable.read("faculty.ctt", "faculty.sol");

    @TempDir
    private Path folder;

    @Test
    void every_clash_of_a_university_week_is_found() {
        try (Stream stream = new Stream(folder)) {
            week.lectures().stream()
                    .collect(Collectors.toMap(Lecture::room, _ -> ResourceType.VENUE, (one, _) -> one, TreeMap::new))
                    .forEach(stream::resource);
            week.teachers().values().stream()
                    .distinct()
                    .forEach(teacher -> stream.resource(teacher, ResourceType.STAFF));
            week.curricula().keySet().forEach(curriculum -> stream.resource(curriculum, ResourceType.OTHER));
            week.teachers().keySet().forEach(course -> stream.resource(course, ResourceType.OTHER));
            week.unavailable()
                    .forEach(out -> stream.tell(new ResourceMarkedUnavailable(
                            id(out),
                            out.course(),
                            out.slot().start(),
                            out.slot().end(),
                            null,
                            "dean")));
            week.lectures().forEach(lecture -> stream.event(lecture.id(), "faculty", lecture.slot(), claims(lecture)));

            Set<String> found = new TreeSet<>();
            stream.said().forEach(change -> {
                ScheduleConflictDetected clash = (ScheduleConflictDetected) change;
                found.add(String.join(
                        " ", String.valueOf(clash.resourceId()), clash.scheduledEventId(), clash.conflictingEventId()));
            });

            assertThat(week.lectures()).hasSizeGreaterThan(180);
            assertThat(found).isEqualTo(expected()).hasSizeGreaterThan(150);
        }
    }

    /** Two lectures at one time that share a room, a teacher, a curriculum or a course, and lectures of courses that are out. */
    private Set<String> expected() {
        Set<String> clashes = new TreeSet<>();
        for (Lecture one : week.lectures()) {
            for (Lecture other : week.lectures()) {
                if (one.id().compareTo(other.id()) < 0 && one.slot().equals(other.slot())) {
                    Set<String> shared = new TreeSet<>(resources(one).keySet());
                    shared.retainAll(resources(other).keySet());
                    shared.forEach(resource -> clashes.add(String.join(" ", resource, one.id(), other.id())));
                }
            }
            week.unavailable().stream()
                    .filter(out ->
                            out.course().equals(one.course()) && out.slot().equals(one.slot()))
                    .forEach(out -> clashes.add(String.join(" ", out.course(), one.id(), id(out))));
        }
        return clashes;
    }

    private Map<String, ResourceRole> resources(Lecture lecture) {
        Map<String, ResourceRole> resources = new TreeMap<>();
        resources.put(lecture.room(), ResourceRole.PRIMARY);
        resources.put(String.valueOf(week.teachers().get(lecture.course())), ResourceRole.PRIMARY);
        resources.put(lecture.course(), ResourceRole.PRIMARY);
        week.curricula().forEach((curriculum, courses) -> {
            if (courses.contains(lecture.course())) {
                resources.put(curriculum, ResourceRole.PRIMARY);
            }
        });
        return resources;
    }

    private ResourceClaim[] claims(Lecture lecture) {
        List<ResourceClaim> claims = resources(lecture).entrySet().stream()
                .map(resource -> new ResourceClaim(resource.getKey(), resource.getValue()))
                .toList();
        return claims.toArray(ResourceClaim[]::new);
    }

    private static String id(Timetable.Unavailable out) {
        return "out-" + out.course() + "-" + out.slot().start();
    }
}
