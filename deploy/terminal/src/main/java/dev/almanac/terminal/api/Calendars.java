package dev.almanac.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendars that whoever asks may see. */
public final class Calendars {
    private static final String PATH = "/calendars";
    private static final int CANDIDATES_MAX = 500;

    private final Connection connection;

    Calendars(Connection connection) {
        this.connection = connection;
    }

    public Listing<Calendar> list(int limit) {
        return list(null, null, limit);
    }

    /** Of a type, or with words in their name. */
    public Listing<Calendar> list(@Nullable String type, @Nullable String words, int limit) {
        Address address = Address.of(PATH).with("calendarType", type).with("q", words);
        return Listing.of(connection, address, Calendar::of, limit);
    }

    public Calendar get(String id) {
        return Calendar.of(connection.get(Address.of(PATH, id)));
    }

    /**
     * By its id, by its name, or by the beginning of its name where only one begins so.
     *
     * @throws NotFound where there is none, or more than one
     */
    public Calendar named(String idOrName) {
        if (Ids.isId(idOrName)) {
            return get(idOrName);
        }
        List<Calendar> all = list(CANDIDATES_MAX).items();
        List<Calendar> exact = all.stream()
                .filter(one -> one.name().equalsIgnoreCase(idOrName))
                .toList();
        List<Calendar> meant = exact.isEmpty()
                ? all.stream()
                        .filter(one -> one.name().regionMatches(true, 0, idOrName, 0, idOrName.length()))
                        .toList()
                : exact;
        if (meant.size() != 1) {
            throw NotFound.among(
                    "calendar", idOrName, meant.stream().map(Calendar::name).toList());
        }
        return meant.getFirst();
    }
}
