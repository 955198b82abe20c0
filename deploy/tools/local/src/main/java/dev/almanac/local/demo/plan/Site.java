package dev.almanac.local.demo.plan;

/** Where the fleet's jobs run, by the clocks of that place. */
enum Site {
    VIENNA("Vienna", "Europe/Vienna", 3),
    LONDON("London", "Europe/London", 10),
    NEW_YORK("New York", "America/New_York", 17),
    SAO_PAULO("São Paulo", "America/Sao_Paulo", 24),
    KOLKATA("Kolkata", "Asia/Kolkata", 31);

    private final String place;
    private final String zone;
    private final int minute;

    Site(String place, String zone, int minute) {
        this.place = place;
        this.zone = zone;
        this.minute = minute;
    }

    String place() {
        return place;
    }

    String zone() {
        return zone;
    }

    /** Each has another, so that not all begin at once. */
    int minute() {
        return minute;
    }
}
