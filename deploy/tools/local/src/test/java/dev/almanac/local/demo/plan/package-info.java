@NullMarked
package dev.almanac.local.demo.plan;

import org.jspecify.annotations.NullMarked;
