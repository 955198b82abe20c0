/** The whole suite on one machine: starts, watches and stops its parts, each a process of its own. */
@NullMarked
package dev.almanac.local;

import org.jspecify.annotations.NullMarked;
