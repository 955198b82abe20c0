package dev.almanac.local.demo.plan;

import java.util.List;

/** Those who sign in at the local issuer, and the teams whose rules make up the fleet. */
final class People {
    /** Manages the venue, and sees everything. */
    static final String MANAGER = "ana";

    static final String STAFF = "sue";
    static final String CUSTOMER = "carl";

    /** Nobody may keep more than fifty rules. */
    static final List<String> TEAMS = List.of("nora", "tomas", "ida", "max");

    private People() {}
}
