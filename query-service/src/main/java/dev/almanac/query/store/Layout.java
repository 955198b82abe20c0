package dev.almanac.query.store;

import java.util.Map;
import java.util.stream.Collectors;

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
     * @param version of the view that has built it
     */
    public record Place(int number, int version) {}

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

    boolean isFromTheStart() {
        return views.values().stream().allMatch(place -> place.number() == number);
    }
}
