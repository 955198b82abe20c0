package dev.almanac.local.demo.plan;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that the demo asks for, in the order in which it is asked. */
public final class Plan {
    private Plan() {}

    public static List<Chapter> from(ZonedDateTime now) {
        Season season = new Season(now);
        return List.of(
                new Chapter("halls, and who may see them", halls()),
                new Chapter("people and equipment", needs()),
                new Chapter("series", calls(season.series())),
                new Chapter("events", calls(season.events())),
                new Chapter("rules of the fleet", Fleet.rules()),
                new Chapter("runs and pauses", Fleet.acts()));
    }

    private static List<Call> halls() {
        return Arrays.stream(Hall.values())
                .flatMap(hall -> Stream.of(
                        hall.calendar(), share(hall, People.STAFF, "EDIT"), share(hall, People.CUSTOMER, "VIEW")))
                .toList();
    }

    private static List<Call> needs() {
        return Arrays.stream(Need.values()).map(Need::resource).toList();
    }

    private static List<Call> calls(List<Booking> bookings) {
        return bookings.stream().map(Booking::call).toList();
    }

    private static Call share(Hall hall, String with, String level) {
        return Call.put(People.MANAGER, "/calendars/" + hall.ref() + "/shares/" + with, Map.of("level", level));
    }
}
