package dev.almanac.command.rejection;

public record ActionIsNotAvailable(String detail) implements Rejection.Unprocessable {}
