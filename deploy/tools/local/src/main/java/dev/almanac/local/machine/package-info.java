/** What the launcher and the parts that it starts need of the machine: folders, probes, and the line that says what is wrong. */
@NullMarked
package dev.almanac.local.machine;

import org.jspecify.annotations.NullMarked;
