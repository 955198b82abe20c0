package dev.almanac.command.schedule.model;

import dev.almanac.command.rejection.Rejection;

public record ResourceIsUnknown(String resourceId) implements Rejection.Invalid {
    @Override
    public String detail() {
        return "Resource " + resourceId + " does not exist";
    }

    @Override
    public String field() {
        return "resources";
    }
}
