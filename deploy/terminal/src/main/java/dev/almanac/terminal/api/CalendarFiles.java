package dev.almanac.terminal.api;

import java.net.http.HttpRequest.BodyPublisher;
import java.time.LocalDate;
import java.util.Locale;

/** Calendars as files. */
public final class CalendarFiles {
    private static final String PATH = "/calendars";

    /** How much one file holds. */
    public enum Span {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    public enum Format {
        ICS("text/calendar"),
        PDF("application/pdf"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }
    }

    private final Connection connection;

    CalendarFiles(Connection connection) {
        this.connection = connection;
    }

    /** The day, week or month that the date lies in. */
    public byte[] export(String calendarId, Span span, LocalDate date, Format format) {
        return connection.download(
                Address.of(PATH, calendarId, "export/" + span.name().toLowerCase(Locale.ROOT)),
                Json.object().put("date", date.toString()).put("format", format.name()),
                format.type);
    }

    /**
     * What is valid is kept, the rest is named.
     *
     * @param file iCalendar (RFC 5545)
     */
    public Imported imported(String calendarId, BodyPublisher file) {
        return Imported.of(connection.upload(Address.of(PATH, calendarId, "import"), "text/calendar", file));
    }
}
