package dev.almanac.query.notifying;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.notification.Notice;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which change it is, who led to it, and when. */
record Said(ChangeMetadata metadata, String type) {

    Notice.Cause because(@Nullable String reason) {
        return new Notice.Cause(type, metadata.id(), metadata.actor(), reason);
    }

    /** People know what they did themselves. */
    Set<String> others(Set<String> people) {
        Set<String> others = new TreeSet<>(people);
        others.remove(metadata.actor());
        return others;
    }
}
