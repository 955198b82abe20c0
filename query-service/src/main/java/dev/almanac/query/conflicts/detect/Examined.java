package dev.almanac.query.conflicts.detect;

import dev.almanac.query.lanes.FoundConflict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a second look found.
 *
 * @param lanes how many calendars and resources were looked at
 * @param agrees whether the conflict-detector published exactly these
 * @param untold ids of conflicts that are found here, and were not published or not like this
 * @param unfounded ids of conflicts that were published, and are not found here
 */
record Examined(int lanes, List<FoundConflict> found, boolean agrees, List<String> untold, List<String> unfounded) {

    /** The same, for somebody who may not see these series and events. */
    Examined keeping(Set<String> secret) {
        return new Examined(
                lanes, found.stream().map(conflict -> conflict.keeping(secret)).toList(), agrees, untold, unfounded);
    }

    Set<String> parties() {
        return found.stream().flatMap(FoundConflict::parties).collect(Collectors.toSet());
    }
}
