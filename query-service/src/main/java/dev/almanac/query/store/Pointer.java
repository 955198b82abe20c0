package dev.almanac.query.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which documents readers see, and which are being built beside them. Views that are built anew alone come to readers in two
 * steps, so that nobody waits: once they have caught up, they are kept up to date together with all others under a number of
 * their own, and once these have caught up, readers are switched.
 */
public record Pointer(Layout active, @Nullable Layout building) {

    /** Views whose code has changed since their documents were built, or that were never built; with their versions. */
    Map<String, Integer> outdated(Map<String, Integer> versions) {
        return versions.entrySet().stream()
                .filter(version -> !isBuiltBy(version.getKey(), version.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isBuiltBy(String view, int version) {
        Layout.Place place = active.views().get(view);
        return place != null && place.version() == version;
    }

    /** Builds these from the start of the topics, beside all that there is. */
    Pointer building(Map<String, Integer> versions) {
        return new Pointer(active, Layout.of(free(), versions));
    }

    /** A number that nobody has used: what is built may have got itself the next one. */
    private int free() {
        return building == null ? active.number() + 1 : building.number() + 2;
    }

    public boolean isRebuilding() {
        return building != null;
    }

    boolean isRebuildingAll(Set<String> views) {
        return building != null
                && building.isFromTheStart()
                && building.views().keySet().containsAll(views);
    }

    /** Whether what is built is all that readers see; views that are gone from the code are not missed. */
    boolean isComplete(Set<String> views) {
        return building != null
                && active.views().keySet().stream().filter(views::contains).allMatch(building.views()::containsKey);
    }

    Pointer switched() {
        return building == null ? this : new Pointer(building, null);
    }

    /** What was built, and all other views from where they are. */
    Pointer joined() {
        if (building == null) {
            return this;
        }
        Map<String, Layout.Place> all = new HashMap<>(active.views());
        all.putAll(building.views());
        return new Pointer(active, new Layout(building.number() + 1, all));
    }

    boolean uses(String name, int number) {
        return active.uses(name, number) || (building != null && building.uses(name, number));
    }
}
