package dev.almanac.command.rejection;

public record VersionIsStale(long expected, long actual) implements Rejection.Stale {
    @Override
    public String detail() {
        return "Version " + expected + " was asked for, but the current version is " + actual;
    }
}
