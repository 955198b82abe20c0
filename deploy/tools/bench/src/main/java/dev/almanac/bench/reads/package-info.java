/** The read side under load: what is asked of the service over HTTP, beside the same questions asked of PostgreSQL. */
@NullMarked
package dev.almanac.bench.reads;

import org.jspecify.annotations.NullMarked;
