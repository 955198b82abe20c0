/** What people are told of, how urgent it is, and by which way it reaches them. */
@NullMarked
package dev.almanac.events.notification;

import org.jspecify.annotations.NullMarked;
