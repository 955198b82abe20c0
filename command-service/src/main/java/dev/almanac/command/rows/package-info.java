/** Rows in PostgreSQL beside the changes, and how few times a command asks for them. */
@NullMarked
package dev.almanac.command.rows;

import org.jspecify.annotations.NullMarked;
