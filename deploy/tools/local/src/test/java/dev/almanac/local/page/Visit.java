package dev.almanac.local.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who comes to the page, and with what kind of browser. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Visit {

    /** One of the issuer's users ({@code carl}, {@code sue}, {@code ana}, {@code root}), who is signed in on {@code /}; otherwise nothing is open yet. */
    String as() default "";

    /** Such as {@code de} or {@code ar}. */
    String locale() default "en-GB";

    String timeZone() default "Europe/Vienna";

    int width() default 1280;

    int height() default 800;

    boolean dark() default false;

    boolean touch() default false;
}
