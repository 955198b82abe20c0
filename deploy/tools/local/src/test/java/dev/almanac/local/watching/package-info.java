/** What operators look at, compared with what the running suite says: dashboards, alerts and runbooks. */
@NullMarked
package dev.almanac.local.watching;

import org.jspecify.annotations.NullMarked;
