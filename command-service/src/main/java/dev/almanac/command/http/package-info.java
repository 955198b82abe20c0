/** The edge: tokens, request bodies, write answers and problems. */
@NullMarked
package dev.almanac.command.http;

import org.jspecify.annotations.NullMarked;
