package dev.almanac.command.rejection;

public record ChangeCannotBeUndone(String detail) implements Rejection.Unprocessable {}
