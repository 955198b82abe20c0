package dev.almanac.command.rejection;

public record CallerMayNot(String detail) implements Rejection.Forbidden {}
