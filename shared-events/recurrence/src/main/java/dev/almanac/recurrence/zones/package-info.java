/** Zone rules newer than the JDK's: read from compiled zone files, and put in the place of the JDK's own. */
@NullMarked
package dev.almanac.recurrence.zones;

import org.jspecify.annotations.NullMarked;
