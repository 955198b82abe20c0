package dev.almanac.terminal.board;

/** Whether changes are heard of as they happen. */
public enum Link {
    CONNECTING("connecting"),
    LIVE("live"),
    OFFLINE("offline, trying again");

    private final String words;

    Link(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
