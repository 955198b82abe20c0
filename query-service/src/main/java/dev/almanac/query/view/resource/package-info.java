/** Resources and the periods in which they are out. */
@NullMarked
package dev.almanac.query.view.resource;

import org.jspecify.annotations.NullMarked;
