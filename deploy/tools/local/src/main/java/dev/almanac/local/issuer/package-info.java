/** A token issuer with its key set, in a process of its own. For this machine only. */
@NullMarked
package dev.almanac.local.issuer;

import org.jspecify.annotations.NullMarked;
