package dev.almanac.terminal.forms;

import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Lane;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which calendars and queues are shown. */
public record FilterDialog(List<Lane> lanes, Form form) implements Dialog {

    public FilterDialog {
        lanes = List.copyOf(lanes);
    }

    public static FilterDialog of(List<Lane> lanes, Filter filter) {
        List<Field> fields = lanes.stream()
                .<Field>map(lane -> new TickField(
                        lane.name() + (lane.queue() ? " (queue)" : ""),
                        filter.calendarIds().contains(lane.id())
                                || filter.queues().contains(lane.id())))
                .toList();
        return new FilterDialog(
                lanes, Form.of("Calendars and queues", List.of("All are shown while none is chosen."), fields, "show"));
    }

    public Filter filter() {
        return new Filter(chosen(lane -> !lane.queue()), chosen(Lane::queue));
    }

    private Set<String> chosen(Predicate<Lane> wanted) {
        return IntStream.range(0, lanes.size())
                .filter(index -> form.fields().get(index) instanceof TickField tick && tick.ticked())
                .mapToObj(lanes::get)
                .filter(wanted)
                .map(Lane::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public FilterDialog with(Form changed) {
        return new FilterDialog(lanes, changed);
    }
}
