/** A venue and its fleet of rules, made up by the public API so that a first look shows something. */
@NullMarked
package dev.almanac.local.demo;

import org.jspecify.annotations.NullMarked;
