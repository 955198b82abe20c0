/** The one door for browsers. What goes where is in {@code application.yaml}. */
@NullMarked
package dev.almanac.front;

import org.jspecify.annotations.NullMarked;
