package dev.almanac.terminal.console;

/** How the program ends; scripts rely on the numbers. */
public enum ExitCode {
    DONE(0, "done"),
    UNEXPECTED(1, "something unexpected"),
    USAGE(2, "the command line, or a value in it, is not understood"),
    REFUSED(3, "a rule refuses it, such as a slot that is full"),
    NOT_ALLOWED(4, "not signed in, or not allowed"),
    NOT_FOUND(5, "there is no such thing, or none that you may see"),
    UNREACHABLE(6, "nobody answered, or not in time");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    public static ExitCode ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404, 410 -> NOT_FOUND;
            case 409, 412, 422 -> REFUSED;
            case 429, 502, 503, 504 -> UNREACHABLE;
            default -> status >= 400 && status < 500 ? USAGE : UNEXPECTED;
        };
    }
}
