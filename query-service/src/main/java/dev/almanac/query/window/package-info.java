/** How dense is the work of a time window, by queue and type of job? Rules are counted, not materialised (ADR 0207). */
@NullMarked
package dev.almanac.query.window;

import org.jspecify.annotations.NullMarked;
