package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.english.English;
import dev.almanac.recurrence.english.RuleEnglish;
import dev.almanac.recurrence.rrule.RuleParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recurrence of iCalendar (RFC 5545 3.3.10 and 3.8.5): its rule, the times added to it and those taken away.
 *
 * @param rrule the value of the RRULE property, such as {@code FREQ=MONTHLY;BYDAY=-1FR;COUNT=12}
 */
public record Rrule(String rrule, List<Moment> rdate, List<Moment> exdate) implements Recurrence {
    public Rrule {
        rdate = List.copyOf(rdate);
        exdate = List.copyOf(exdate);
        RuleParser.parse(rrule);
    }

    public Rrule(String rrule) {
        this(rrule, List.of(), List.of());
    }

    /** The same with another end, or with one: after so many times. What is added and taken away stays. */
    public Rrule counted(long count) {
        var endless = Stream.of(rrule.split(";", -1))
                .filter(part -> !part.regionMatches(true, 0, "COUNT=", 0, "COUNT=".length())
                        && !part.regionMatches(true, 0, "UNTIL=", 0, "UNTIL=".length()))
                .collect(Collectors.joining(";"));
        return new Rrule(endless + ";COUNT=" + count, rdate, exdate);
    }

    @Override
    public String describe() {
        var text = new RuleEnglish(RuleParser.parse(rrule)).describe();
        return text
                + (rdate.isEmpty() ? "" : ", and " + English.count(rdate.size(), "added time"))
                + (exdate.isEmpty() ? "" : ", without " + English.count(exdate.size(), "time"));
    }

    @Override
    public Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("rrule", rrule);
        json.put("rdate", rdate.stream().map(Moment::toString).toList());
        json.put("exdate", exdate.stream().map(Moment::toString).toList());
        return json;
    }
}
