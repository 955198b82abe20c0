package dev.almanac.query.store;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of the views are that are kept up to date together.
 *
 * @param number of the positions up to which all of them are, and of the consumers that move these
 * @param views where the documents of each are, by its name
 */
public record Layout(int number, Map<String, Place> views) {
    static final String POSITIONS = "positions";

    /**
     * Of one view.
     *
     * @param number of its collection
     * @param version of the view that has built it; {@link #MIXED} if other code has kept it up to date since, or none
     */
    public record Place(int number, int version) {
        /** No view has it, so that each is built anew. */
        static final int MIXED = 0;

        private Place keptBy(@Nullable Integer itsVersion) {
            return itsVersion != null && itsVersion == version ? this : new Place(number, MIXED);
        }
    }

    public Layout {
        views = Map.copyOf(views);
    }

    /** All of them in collections of their own. */
    static Layout of(int number, Map<String, Integer> versions) {
        return new Layout(
                number,
                versions.entrySet().stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, version -> new Place(number, version.getValue()))));
    }

    /** The number of the collection, also of a view that was not built yet. */
    int numberOf(String view) {
        Place place = views.get(view);
        return place == null ? number : place.number();
    }

    /** Whether the collection of that number, of a view or of positions, is one of these. */
    boolean uses(String name, int itsNumber) {
        Place place = views.get(name);
        return name.equals(POSITIONS) ? number == itsNumber : place != null && place.number() == itsNumber;
    }

    /** The same, kept up to date by code that has these versions of the views. */
    Layout keptBy(Map<String, Integer> versions) {
        return new Layout(
                number,
                views.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, view -> view.getValue().keptBy(versions.get(view.getKey())))));
    }

    /** The same, with whatever it has of those as these have it. */
    Layout following(Layout before, Layout after) {
        Map<String, Place> followed = new HashMap<>(views);
        before.views()
                .forEach((view, place) ->
                        followed.replace(view, place, after.views().get(view)));
        return new Layout(number, followed);
    }

    boolean isFromTheStart() {
        return views.values().stream().allMatch(place -> place.number() == number);
    }
}
