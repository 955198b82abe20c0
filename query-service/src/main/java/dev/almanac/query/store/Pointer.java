package dev.almanac.query.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Code that has these versions keeps the active views up to date from now on. What it builds otherwise, or not at all,
     * it leaves in part as no version would: neither it nor the code before may take that for its own again.
     */
    Pointer keptBy(Map<String, Integer> versions) {
        Layout kept = active.keptBy(versions);
        return new Pointer(kept, building == null ? null : building.following(active, kept));
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

    boolean isRebuildingAll(Map<String, Integer> versions) {
        return building != null && building.equals(Layout.of(building.number(), versions));
    }

    /** Whether code that has these versions can build what is built: all that is built anew, that is. */
    boolean isBuildableBy(Map<String, Integer> versions) {
        return building != null
                && building.views().entrySet().stream()
                        .allMatch(view -> view.getValue().equals(active.views().get(view.getKey()))
                                || Objects.equals(view.getValue().version(), versions.get(view.getKey())));
    }

    /**
     * Builds by these versions instead of what other code was building. All, if it was all, as the store may have lost
     * writes; if nothing has to be built, the active views come under a number of their own, as those that were used must
     * not be used again.
     */
    Pointer takenOver(Map<String, Integer> versions) {
        if (building != null && building.isFromTheStart() && isComplete(versions.keySet())) {
            return building(versions);
        }
        Map<String, Integer> outdated = outdated(versions);
        return outdated.isEmpty() ? new Pointer(active, new Layout(free(), active.views())) : building(outdated);
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
