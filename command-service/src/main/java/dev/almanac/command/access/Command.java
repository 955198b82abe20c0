package dev.almanac.command.access;

/** A request that the domain may refuse. */
public interface Command {
    Request request();
}
