/** What stores need where they take encrypted connections only. */
@NullMarked
package dev.almanac.local.certificates;

import org.jspecify.annotations.NullMarked;
