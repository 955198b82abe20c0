/** Changes that were asked for in a sentence, and what became of them. */
@NullMarked
package dev.almanac.query.changerequests;

import org.jspecify.annotations.NullMarked;
