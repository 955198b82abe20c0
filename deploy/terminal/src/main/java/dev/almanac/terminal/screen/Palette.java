package dev.almanac.terminal.screen;

/** How each tone looks with so many colours: the parameters of SGR. Foregrounds on a terminal's own background. */
public record Palette(ColourDepth depth) {
    private static final String RESET = "0";
    private static final String REVERSE = ";7";

    /** The whole sequence that makes the cells that follow look so. */
    String sequence(Tone tone, boolean selected) {
        String look = look(tone);
        return "\u001b[" + RESET + (look.isEmpty() ? "" : ";" + look) + (selected ? REVERSE : "") + "m";
    }

    private String look(Tone tone) {
        return switch (depth) {
            case NONE -> withoutColour(tone);
            case SIXTEEN -> sixteen(tone);
            case INDEXED -> indexed(tone);
            case TRUE -> trueColour(tone);
        };
    }

    private static String withoutColour(Tone tone) {
        return switch (tone) {
            case STRONG, TITLE, WARNING, DANGER, KEY, HEAT_3, HEAT_4 -> "1";
            case TODAY, FIELD -> "4";
            case BAR -> "7";
            case PLAIN, QUIET, HEAT_1, HEAT_2, BOOKING, RUN, ENTRY, GOOD -> "";
        };
    }

    private static String sixteen(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case QUIET -> "90";
            case STRONG -> "1";
            case TITLE -> "1;36";
            case BAR -> "7";
            case TODAY -> "1;4";
            case HEAT_1 -> "30;46";
            case HEAT_2 -> "30;42";
            case HEAT_3 -> "30;43";
            case HEAT_4 -> "97;41";
            case BOOKING -> "36";
            case RUN -> "35";
            case ENTRY -> "34";
            case WARNING -> "33";
            case DANGER -> "1;31";
            case GOOD -> "32";
            case KEY -> "1;33";
            case FIELD -> "4";
        };
    }

    private static String indexed(Tone tone) {
        return switch (tone) {
            case QUIET -> "38;5;245";
            case TITLE -> "1;38;5;80";
            case BAR -> "38;5;252;48;5;237";
            case HEAT_1 -> "38;5;231;48;5;23";
            case HEAT_2 -> "38;5;231;48;5;29";
            case HEAT_3 -> "38;5;16;48;5;178";
            case HEAT_4 -> "38;5;231;48;5;160";
            case BOOKING -> "38;5;80";
            case RUN -> "38;5;176";
            case ENTRY -> "38;5;111";
            case WARNING -> "38;5;214";
            case DANGER -> "1;38;5;203";
            case GOOD -> "38;5;114";
            case KEY -> "1;38;5;222";
            case PLAIN, STRONG, TODAY, FIELD -> sixteen(tone);
        };
    }

    private static String trueColour(Tone tone) {
        return switch (tone) {
            case HEAT_1 -> "38;2;255;255;255;48;2;18;78;92";
            case HEAT_2 -> "38;2;255;255;255;48;2;24;112;84";
            case HEAT_3 -> "38;2;20;20;20;48;2;222;168;44";
            case HEAT_4 -> "38;2;255;255;255;48;2;190;40;46";
            case BOOKING -> "38;2;98;204;214";
            case RUN -> "38;2;208;148;220";
            case ENTRY -> "38;2;132;176;250";
            case WARNING -> "38;2;246;176;62";
            case DANGER -> "1;38;2;250;100;96";
            case GOOD -> "38;2;126;206;132";
            case QUIET -> "38;2;140;140;148";
            case PLAIN, STRONG, TITLE, BAR, TODAY, KEY, FIELD -> indexed(tone);
        };
    }
}
