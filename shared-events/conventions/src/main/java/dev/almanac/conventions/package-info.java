/** What every module is held to, found by convention: what is new is held to it without being named. */
@NullMarked
package dev.almanac.conventions;

import org.jspecify.annotations.NullMarked;
