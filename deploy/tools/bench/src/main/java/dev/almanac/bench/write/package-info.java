/** What a command costs: beside the rows that it writes, with the size of its calendar and with the age of its event. */
@NullMarked
package dev.almanac.bench.write;

import org.jspecify.annotations.NullMarked;
