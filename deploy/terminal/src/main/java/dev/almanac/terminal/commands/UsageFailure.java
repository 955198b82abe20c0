package dev.almanac.terminal.commands;

/** A command line that is understood, and makes no sense. */
final class UsageFailure extends RuntimeException {
    UsageFailure(String message) {
        super(message);
    }
}
