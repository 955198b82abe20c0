/** What every service tells its operators in the same way. */
@NullMarked
package dev.almanac.telemetry;

import org.jspecify.annotations.NullMarked;
