package dev.almanac.local.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What is asked of an earlier build and of this one; both have to say the same. */
final class EarlierAnswers {
    private static final String APRIL = "from=2040-03-01T00:00:00Z&till=2040-03-31T00:00:00Z";

    /** Who asks for what: {@code ana manager /calendars}. */
    static List<String> questions(Map<String, String> ids) {
        List<String> questions = new ArrayList<>();
        for (String path : List.of(
                "/calendars",
                "/calendars/{hall}",
                "/calendars/{farm}",
                "/calendars/{hall}/history",
                "/calendars/{hall}/shares",
                "/calendars/{hall}/feed-tokens",
                "/calendars/{hall}/monthly?date=2040-03-05",
                "/calendars/{studio}/daily?date=2040-03-05",
                "/calendars/{talks}/weekly?date=2040-03-05",
                "/calendars/{talks}/monthly?date=2040-03-05",
                "/calendars/{hall}/availability?" + APRIL,
                "/calendar/events?start=2040-03-01T00:00:00Z&end=2040-03-31T00:00:00Z",
                "/schedules?limit=500",
                "/schedules/{concert}",
                "/schedules/{concert}/history",
                "/schedules/{talk}/history",
                "/schedules/{dinner}",
                "/schedules/{gala}",
                "/schedules/{removed}/history",
                "/schedules/{course}",
                "/schedules/{course}/history",
                "/schedules/{seminar}/history",
                "/schedules/{rehearsal}",
                "/resources",
                "/resources/{clara}",
                "/resources/{clara}/history",
                "/resources/{clara}/availability?" + APRIL,
                "/schedules/conflicts?limit=500",
                "/schedules/conflicts/{detected}",
                "/schedules/conflicts/{reviewed}/history",
                "/schedules/conflicts/{dismissed}/history",
                "/schedules/conflicts/{escalated}/history",
                "/schedules/conflicts/{resolved}/history",
                "/schedules/conflicts/{cleared}/history",
                "/schedules/rules/{rule}",
                "/schedules/rules/{rule}/history",
                "/schedules/rules/{every}",
                "/schedules/rules/{paused}",
                "/schedules/rules?queue=night",
                "/schedules/rules/{nightly}/history",
                "/ops/calendar/change-requests/{confirmed}/history",
                "/ops/calendar/change-requests/{rejected}",
                "/webhooks",
                "/webhooks/{webhook}/history",
                feed(ids))) {
            questions.add("ana manager " + path);
        }
        questions.add("stan staff /ops/calendar/change-requests/{confirmed}");
        questions.add("carl staff /notification-preferences");
        questions.add("carl staff /notification-preferences/history");
        questions.add("carl staff /notifications");
        questions.add("carl staff /notifications/counts");
        questions.add("root admin /audit?limit=500");
        questions.add("zoe customer " + feed(ids));
        questions.add("zoe customer /calendars");
        questions.add("zoe customer /calendars/{hall}/monthly?date=2040-03-05");
        questions.add("bo customer /schedules/{concert}");
        return questions.stream().map(question -> filled(question, ids)).toList();
    }

    static String feed(Map<String, String> ids) {
        return filled("/calendar/events?start=2040-03-01&end=2040-03-31&contextType=SITE&contextId={hall}", ids);
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    static Map<String, JsonNode> of(Users users, Iterable<String> questions) throws Exception {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String question : questions) {
            String[] words = question.split(" ", 3);
            answers.put(question, users.of(words[0], words[1]).getOrProblem(words[2]));
        }
        return answers;
    }

    /**
     * Where two builds say different things.
     *
     * @param added names of fields that only the later one may have
     * @param passing names of fields that time changes
     */
    static List<String> differences(
            Map<String, JsonNode> then, Map<String, JsonNode> now, Set<String> added, Set<String> passing) {
        Comparison comparison = new Comparison(added, passing, new ArrayList<>());
        then.forEach((question, answer) -> comparison.of(question, answer, Objects.requireNonNull(now.get(question))));
        return comparison.differences();
    }

    private record Comparison(Set<String> added, Set<String> passing, List<String> differences) {
        void of(String at, JsonNode then, JsonNode now) {
            if (then.isObject() && now.isObject()) {
                Set<String> names = new TreeSet<>(now.propertyNames());
                names.removeAll(added);
                names.addAll(then.propertyNames());
                names.removeAll(passing);
                names.forEach(name -> of(at + " " + name, then.path(name), now.path(name)));
            } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
                for (int i = 0; i < then.size(); i++) {
                    of(at + " " + i, then.get(i), now.get(i));
                }
            } else if (!then.equals(now)) {
                differences.add(at + ": " + then + " then, " + now + " now");
            }
        }
    }

    private EarlierAnswers() {}
}
