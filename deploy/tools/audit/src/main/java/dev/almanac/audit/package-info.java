/** Checks the promises of the suite against what it published, with no other knowledge than the published contract. */
@NullMarked
package dev.almanac.audit;

import org.jspecify.annotations.NullMarked;
