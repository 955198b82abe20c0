/** The background jobs of all services, in one list. */
@NullMarked
package dev.almanac.query.jobs;

import org.jspecify.annotations.NullMarked;
