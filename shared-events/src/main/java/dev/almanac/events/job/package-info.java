/** How the background jobs of all services stand, for those who look after them: nothing is decided by it. */
@NullMarked
package dev.almanac.events.job;

import org.jspecify.annotations.NullMarked;
