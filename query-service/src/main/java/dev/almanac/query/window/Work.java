package dev.almanac.query.window;

/** What jobs are counted by. */
record Work(String queue, String jobType) {}
