/** What keeps other instances from running the same background job at the same time. */
@NullMarked
package dev.almanac.command.jobs;

import org.jspecify.annotations.NullMarked;
