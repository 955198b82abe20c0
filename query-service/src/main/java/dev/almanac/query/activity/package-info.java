/** That something was read is noted here and published, so that others know what is used. */
@NullMarked
package dev.almanac.query.activity;

import org.jspecify.annotations.NullMarked;
