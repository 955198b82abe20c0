package dev.almanac.query.delivering.mail;

import dev.almanac.events.notification.Notice;
import dev.almanac.query.delivering.Told;
import dev.almanac.query.notifications.Sentences;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The words of mails. */
record MailTexts(MailProperties properties, ZoneId zone) {
    /** Of a digest; how many more there are is said. */
    private static final int LINES_MAX = 50;

    String subject(List<Told> told) {
        return told.size() == 1
                ? sentence(told.getFirst())
                : told.stream().mapToInt(Told::count).sum() + " notifications from Almanac";
    }

    String text(List<Told> told) {
        return lines(told).stream()
                        .map(line -> told.size() == 1 ? line : "- " + line)
                        .collect(Collectors.joining("\n"))
                + "\n\nOpen the calendar: " + properties.place(fragment(told))
                + "\nWhat you are told, and how: " + properties.place("notifications?view=preferences") + "\n";
    }

    String html(List<Told> told) {
        String body = told.size() == 1
                ? "<p>" + HtmlUtils.htmlEscape(sentence(told.getFirst())) + "</p>"
                : lines(told).stream()
                        .map(line -> "<li>" + HtmlUtils.htmlEscape(line) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + HtmlUtils.htmlEscape(subject(told)) + "</title></head><body>" + body + "<p><a href=\""
                + HtmlUtils.htmlEscape(properties.place(fragment(told))) + "\">Open the calendar</a> · <a href=\""
                + HtmlUtils.htmlEscape(properties.place("notifications?view=preferences"))
                + "\">What you are told, and how</a></p></body></html>";
    }

    private List<String> lines(List<Told> told) {
        List<String> lines = told.stream().limit(LINES_MAX).map(this::sentence).collect(Collectors.toList());
        if (told.size() > LINES_MAX) {
            lines.add("… and " + (told.size() - LINES_MAX) + " more.");
        }
        return lines;
    }

    private String sentence(Told told) {
        return Sentences.of(told.notice(), told.count(), zone);
    }

    private static String fragment(List<Told> told) {
        Notice notice = told.getFirst().notice();
        return switch (notice.notificationType()) {
            case RUN_MISSED, RUN_FAILED, RULE_PAUSED -> "operations";
            default -> "notifications";
        };
    }
}
