/** What a conflict is: which claims compete for a calendar or a resource, and how badly. Pure. */
@NullMarked
package dev.almanac.events.lane;

import org.jspecify.annotations.NullMarked;
