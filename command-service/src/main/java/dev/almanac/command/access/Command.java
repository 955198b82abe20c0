package dev.almanac.command.access;

/** A wish that the domain may refuse. */
public interface Command {
    Request request();
}
