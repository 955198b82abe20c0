package dev.almanac.query.read.window;

/** What jobs are counted by. */
record Work(String queue, String jobType) {}
