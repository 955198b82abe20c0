package dev.almanac.terminal.api;

/** The record of who did what. */
public final class Audit {
    private final Connection connection;

    Audit(Connection connection) {
        this.connection = connection;
    }

    /** Newest first. */
    public Listing<AuditEntry> list(AuditSearch search, int limit) {
        Address address = Address.of("/audit")
                .with("actor", search.actor())
                .with("type", search.type())
                .with("subject", search.subject())
                .with("calendarId", search.calendarId())
                .between(search.from(), search.till());
        return Listing.of(connection, address, AuditEntry::of, limit);
    }
}
