package dev.almanac.faults.check;

import dev.almanac.faults.history.Entry;
import dev.almanac.faults.history.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A write: all that was sent under one key, and all that was answered to it.
 *
 * @param answers in the order in which they came
 */
record Attempts(Entry first, Instant lastAsked, List<Entry> answers, int asked) {

    Attempts {
        answers = List.copyOf(answers);
    }

    /** In the order in which they were sent first. */
    static List<Attempts> of(List<Entry> history) {
        Map<Long, Entry> answers = answers(history);
        Map<String, List<Entry>> byKey = new LinkedHashMap<>();
        history.stream()
                .filter(entry -> entry.kind() == Kind.ASKED && entry.key() != null)
                .forEach(entry -> byKey.computeIfAbsent(String.valueOf(entry.key()), _ -> new ArrayList<>())
                        .add(entry));
        return byKey.values().stream()
                .map(asked -> new Attempts(
                        asked.getFirst(),
                        asked.getLast().at(),
                        asked.stream()
                                .flatMap(each -> Stream.ofNullable(answers.get(each.number())))
                                .toList(),
                        asked.size()))
                .toList();
    }

    static Map<Long, Entry> answers(List<Entry> history) {
        Map<Long, Entry> answers = new HashMap<>();
        history.stream()
                .filter(entry -> entry.kind() == Kind.ANSWERED)
                .forEach(entry -> answers.put(entry.number(), entry));
        return answers;
    }

    /** The answer that says that it was done. */
    Optional<Entry> acknowledgement() {
        return answers.stream().filter(answer -> isBetween(answer, 200, 300)).findFirst();
    }

    List<Entry> acknowledgements() {
        return answers.stream().filter(answer -> isBetween(answer, 200, 300)).toList();
    }

    /** Decided against, at least in the end. */
    boolean isRefused() {
        return acknowledgement().isEmpty()
                && answers.stream()
                        .anyMatch(answer -> isBetween(answer, 400, 500)
                                && !Integer.valueOf(429).equals(answer.status()));
    }

    boolean is(String method, String pathPattern) {
        return method.equals(first.method()) && String.valueOf(first.path()).matches(pathPattern);
    }

    /** A field of what was sent. */
    String sent(String field) {
        return text(first.body(), field);
    }

    /** What it is about: of a booking, what the answer says. */
    Optional<String> subject() {
        String path = String.valueOf(first.path());
        if (is("POST", "/schedules")) {
            return acknowledgement().map(answer -> text(answer.body(), "id"));
        }
        return path.startsWith("/schedules/")
                ? Optional.of(path.substring("/schedules/".length()).replaceAll("[/?].*", ""))
                : Optional.empty();
    }

    String label() {
        return first.method() + " " + first.path() + " of " + first.who() + " (request " + first.number() + ")";
    }

    static String text(@Nullable JsonNode json, String field) {
        return json == null ? "" : json.path(field).asString("");
    }

    private static boolean isBetween(Entry answer, int from, int till) {
        Integer status = answer.status();
        return status != null && status >= from && status < till;
    }
}
