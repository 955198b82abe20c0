/** What people want to be told of and how, and which systems are called when something changes. */
@NullMarked
package dev.almanac.events.subscription;

import org.jspecify.annotations.NullMarked;
