/** Looking into a conflict. */
@NullMarked
package dev.almanac.command.conflict.review;

import org.jspecify.annotations.NullMarked;
