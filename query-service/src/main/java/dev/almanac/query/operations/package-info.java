/** How far are the views, and rebuilding them. */
@NullMarked
package dev.almanac.query.operations;

import org.jspecify.annotations.NullMarked;
