/** Connections that can be made slow, cut or left half open. */
@NullMarked
package dev.almanac.faults.link;

import org.jspecify.annotations.NullMarked;
