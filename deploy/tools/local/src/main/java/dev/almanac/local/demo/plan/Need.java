package dev.almanac.local.demo.plan;

import java.util.Map;

/** Somebody or something that events need. */
enum Need {
    CLARA("Clara, piano", "STAFF", 30),
    JONAS("Jonas, sound", "STAFF", 0),
    MIRA("Mira, stage", "STAFF", 0),
    PETER("Peter, tuner", "STAFF", 0),
    STEINWAY("Concert grand", "EQUIPMENT", 0),
    PA_SYSTEM("Mobile PA system", "EQUIPMENT", 0);

    private final String title;
    private final String type;
    private final int bufferMinutes;

    Need(String title, String type, int bufferMinutes) {
        this.title = title;
        this.type = type;
        this.bufferMinutes = bufferMinutes;
    }

    Call resource() {
        return Call.post(
                        People.MANAGER,
                        "/resources",
                        Map.of(
                                "name", title,
                                "resourceType", type,
                                "bufferMinutes", bufferMinutes,
                                "timeZone", Season.ZONE.getId()))
                .keeping(name());
    }

    Map<String, Object> claim() {
        return Map.of("resourceId", Call.ref(name()));
    }
}
