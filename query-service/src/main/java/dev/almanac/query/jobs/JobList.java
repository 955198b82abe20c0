package dev.almanac.query.jobs;

import java.util.List;

/** All of them, by service and name. */
record JobList(List<JobItem> items) {
    JobList {
        items = List.copyOf(items);
    }
}
