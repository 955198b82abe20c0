/** The runs of one day, with their rules. */
@NullMarked
package dev.almanac.query.runs.detailed;

import org.jspecify.annotations.NullMarked;
