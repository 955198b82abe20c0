/** What a user's preferences are, folded from their changes. */
@NullMarked
package dev.almanac.command.preference.model;

import org.jspecify.annotations.NullMarked;
