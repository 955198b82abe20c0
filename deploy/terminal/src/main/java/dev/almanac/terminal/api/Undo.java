package dev.almanac.terminal.api;

/** What was done in the last minutes and can be taken back. */
public final class Undo {
    private static final String PATH = "/changes";

    private final Connection connection;

    Undo(Connection connection) {
        this.connection = connection;
    }

    /** Newest first, one for each command of whoever asks. */
    public Listing<UndoableChange> possible(int limit) {
        return Listing.of(connection, Address.of(PATH).with("undoable", true), UndoableChange::of, limit);
    }

    public Written undo(String changeId) {
        return Command.post(Address.of(PATH, changeId, "undo"), Json.object()).sendTo(connection);
    }
}
