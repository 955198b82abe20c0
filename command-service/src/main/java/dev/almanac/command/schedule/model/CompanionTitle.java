package dev.almanac.command.schedule.model;

import java.time.Duration;

/** A companion that is named by its title, or by a title that pairs with it. */
public record CompanionTitle(String title, Duration offset) {}
