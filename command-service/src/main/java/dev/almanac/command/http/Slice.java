package dev.almanac.command.http;

import dev.almanac.command.access.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, beside its method, path and body, what holds for an endpoint before anything of a request is read. Roles, rate
 * policies, rehearsals and the table of access derive from it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Slice {

    /** The least role that a caller needs. What else they need on a calendar is asked where that is known. */
    Role role();

    /** The policy of {@code almanac.rate-limits} that counts its requests. */
    String rate() default "others";

    /** Whether its command may be rehearsed: it decides in the store, and does nothing else. Goes with {@link Write}. */
    boolean rehearsable() default false;
}
