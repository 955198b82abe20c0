@NullMarked
package dev.almanac.local.postgres;

import org.jspecify.annotations.NullMarked;
