/** What users want to be told of: the aggregate of their preferences. */
@NullMarked
package dev.almanac.command.preference;

import org.jspecify.annotations.NullMarked;
