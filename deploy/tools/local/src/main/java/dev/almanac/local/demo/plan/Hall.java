package dev.almanac.local.demo.plan;

import java.util.Map;

/** A place in the venue, and how many events it takes at once. */
enum Hall {
    GREAT_HALL("Great Hall", 1, "800 seats; the organ is tuned on Mondays"),
    CHAMBER_HALL("Chamber Hall", 1, "180 seats"),
    STUDIO("Studio", 1, "Recordings; no audience"),
    REHEARSAL_ROOM("Rehearsal Room", 1, "For ensembles of up to 60"),
    COURSE_ROOM("Course Room", 1, "24 desks and a whiteboard"),
    FOYER("Foyer", 3, "Three bars, each of which can be booked by itself");

    private final String title;
    private final int admits;
    private final String description;

    Hall(String title, int admits, String description) {
        this.title = title;
        this.admits = admits;
        this.description = description;
    }

    String title() {
        return title;
    }

    int admits() {
        return admits;
    }

    String ref() {
        return Call.ref(name());
    }

    Call calendar() {
        return Call.post(
                        People.MANAGER,
                        "/calendars",
                        Map.of(
                                "name",
                                title,
                                "description",
                                description,
                                "calendarType",
                                "VENUE",
                                "ownerId",
                                People.MANAGER,
                                "ownerType",
                                "VENUE",
                                "timeZone",
                                Season.ZONE.getId(),
                                "maxConcurrentEvents",
                                admits))
                .keeping(name());
    }
}
