package dev.almanac.terminal.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The public API by its features. */
public final class Api {
    private final Connection connection;

    public Api(Connection connection) {
        this.connection = connection;
    }

    /** Where it is. */
    public URI origin() {
        return connection.origin();
    }

    public Calendars calendars() {
        return new Calendars(connection);
    }

    public Events events() {
        return new Events(connection);
    }

    public Bookings bookings() {
        return new Bookings(connection);
    }

    public Undo undo() {
        return new Undo(connection);
    }

    public Forecasts forecasts() {
        return new Forecasts(connection);
    }

    public Conflicts conflicts() {
        return new Conflicts(connection);
    }

    public Rules rules() {
        return new Rules(connection);
    }

    public Runs runs() {
        return new Runs(connection);
    }

    public PlannedRuns plannedRuns() {
        return new PlannedRuns(connection);
    }

    public Feed feed() {
        return new Feed(connection);
    }

    public CalendarFiles files() {
        return new CalendarFiles(connection);
    }

    public Audit audit() {
        return new Audit(connection);
    }

    public ChangeRequests changeRequests() {
        return new ChangeRequests(connection);
    }

    /** On one calendar, or on all that are visible. */
    public LiveChanges changes(@Nullable String calendarId) {
        return new LiveChanges(connection, calendarId);
    }

    public Settings settings() {
        return Settings.of(connection.get(Address.of("/calendar/config")));
    }
}
