package dev.almanac.command.rejection;

public record RefusedItem(String id, Rejection rejection) {}
