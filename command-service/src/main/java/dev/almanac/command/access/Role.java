package dev.almanac.command.access;

/** What a token's {@code roles} claim may name, in growing order of power. */
public enum Role {
    CUSTOMER,
    STAFF,
    MANAGER,
    ADMIN
}
