package dev.almanac.terminal.source;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.Calendar;
import dev.almanac.terminal.api.Rule;
import dev.almanac.terminal.calendar.Lane;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What calendars, queues and rules are called, and on which queue each rule's runs are. */
record Directory(List<Lane> lanes, Map<String, Lane> byId, Map<String, Rule> rules) {
    private static final int CALENDARS_MAX = 1_000;
    private static final int RULES_MAX = 2_000;
    private static final String QUEUE = "QUEUE";

    Directory {
        lanes = List.copyOf(lanes);
        byId = Map.copyOf(byId);
        rules = Map.copyOf(rules);
    }

    static Directory read(Api api) {
        List<Calendar> calendars = api.calendars().list(CALENDARS_MAX).items();
        List<Rule> rules = api.rules().list(null, null, RULES_MAX).items();
        Set<String> calendarIds = calendars.stream().map(Calendar::id).collect(Collectors.toSet());
        Stream<Lane> known = calendars.stream()
                .filter(Calendar::active)
                .map(calendar ->
                        new Lane(calendar.id(), calendar.name(), calendar.type().equals(QUEUE)));
        Stream<Lane> named = rules.stream()
                .map(Rule::queue)
                .filter(queue -> !queue.isEmpty() && !calendarIds.contains(queue))
                .distinct()
                .map(queue -> new Lane(queue, queue, true));
        List<Lane> lanes = Stream.concat(known, named)
                .sorted(Comparator.comparing(Lane::queue).thenComparing(Lane::name))
                .toList();
        return new Directory(
                lanes,
                lanes.stream().collect(Collectors.toMap(Lane::id, Function.identity())),
                rules.stream().collect(Collectors.toMap(Rule::id, Function.identity())));
    }

    /** Empty where it may not be seen. */
    String nameOf(String laneId) {
        Lane lane = byId.get(laneId);
        return lane == null ? "" : lane.name();
    }

    String queueOf(String ruleId) {
        Rule rule = rules.get(ruleId);
        return rule == null ? "" : rule.queue();
    }

    String nameOfRule(String ruleId) {
        Rule rule = rules.get(ruleId);
        return rule == null ? "a rule that you may not see" : rule.name();
    }
}
