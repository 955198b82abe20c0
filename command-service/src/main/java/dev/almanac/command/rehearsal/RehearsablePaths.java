package dev.almanac.command.rehearsal;

import java.util.List;
import java.util.regex.Pattern;

/** Commands that decide in the store and do nothing else: no files, no reports to other services. */
final class RehearsablePaths {
    private static final String ID = "[A-Za-z0-9._:@~%-]{1,256}";
    private static final String QUERY = "(\\?[A-Za-z0-9._~:@!$&(),;=%+*-]*)?";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("/calendars(/" + ID + ")?" + QUERY),
            Pattern.compile("/schedules(/(?!rules|conflicts)" + ID + "(/(reschedule|confirm|unschedule))?)?" + QUERY),
            Pattern.compile("/schedules/rules(/(?!pause-all|resume-all)" + ID + "(/(pause|resume|disable))?)?" + QUERY),
            Pattern.compile("/resources(/" + ID + "(/availability/mark-(un)?available)?)?" + QUERY));

    private RehearsablePaths() {}

    static boolean contains(String path) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
