/** The whole suite, told as stories. */
@NullMarked
package dev.almanac.local.story;

import org.jspecify.annotations.NullMarked;
