@NullMarked
package dev.almanac.local.demo;

import org.jspecify.annotations.NullMarked;
