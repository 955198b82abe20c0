package dev.almanac.local.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What goes wrong in a test's pages because the test wants it to, such as an answer of 409. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Provokes {

    /** Patterns, each found in what the page's console says, with the address that it is about. */
    String[] value();
}
