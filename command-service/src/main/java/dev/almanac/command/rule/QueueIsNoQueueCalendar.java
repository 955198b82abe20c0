package dev.almanac.command.rule;

import dev.almanac.command.rejection.Rejection;

/** Only a calendar of type QUEUE that is there takes runs. */
record QueueIsNoQueueCalendar(String detail) implements Rejection.Invalid {
    @Override
    public String field() {
        return "queue";
    }
}
