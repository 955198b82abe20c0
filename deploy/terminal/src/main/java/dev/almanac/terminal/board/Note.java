package dev.almanac.terminal.board;

/** What is said in the line at the bottom. */
public record Note(Kind kind, String text) {
    static final Note NOTHING = new Note(Kind.SAID, "");

    public enum Kind {
        SAID,
        DONE,
        REFUSED
    }

    static Note said(String text) {
        return new Note(Kind.SAID, text);
    }

    static Note done(String text) {
        return new Note(Kind.DONE, text);
    }

    static Note refused(String text) {
        return new Note(Kind.REFUSED, text);
    }
}
