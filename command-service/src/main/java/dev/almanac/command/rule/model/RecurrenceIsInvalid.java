package dev.almanac.command.rule.model;

import dev.almanac.command.rejection.Rejection;

record RecurrenceIsInvalid(String field, String detail) implements Rejection.Invalid {}
