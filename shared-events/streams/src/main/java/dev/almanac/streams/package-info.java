/** Running a topology: configuration, health, how its stores are written, and what cannot be read or processed. */
@NullMarked
package dev.almanac.streams;

import org.jspecify.annotations.NullMarked;
