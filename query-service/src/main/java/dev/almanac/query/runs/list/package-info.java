/** Runs as they went. */
@NullMarked
package dev.almanac.query.runs.list;

import org.jspecify.annotations.NullMarked;
