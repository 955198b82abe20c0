package dev.almanac.terminal.api;

import org.jspecify.annotations.Nullable;

/** What people do to events. Each write is a command that can be rehearsed before it is sent. */
public final class Bookings {
    private final Connection connection;

    Bookings(Connection connection) {
        this.connection = connection;
    }

    public static Command booking(Booking booking) {
        return Command.post(Address.of(Events.PATH), booking.json());
    }

    public static Command move(String eventId, Move move) {
        return Command.post(Address.of(Events.PATH, eventId, "reschedule"), move.json());
    }

    /**
     * For good, or until it is undone.
     *
     * @param scope of a series, or null
     */
    public static Command removal(String eventId, @Nullable String reason, @Nullable String scope) {
        return Command.delete(
                Address.of(Events.PATH, eventId).with("reason", reason).with("scope", scope));
    }

    public static Command confirmation(String eventId) {
        return Command.post(Address.of(Events.PATH, eventId, "confirm"), Json.object());
    }

    public Written send(Command command) {
        return command.sendTo(connection);
    }

    public Written book(Booking booking) {
        return send(booking(booking));
    }

    public Written move(String eventId, long version, Move move) {
        return send(move(eventId, move).over(version));
    }

    public Written remove(String eventId, long version, @Nullable String reason, @Nullable String scope) {
        return send(removal(eventId, reason, scope).over(version));
    }
}
