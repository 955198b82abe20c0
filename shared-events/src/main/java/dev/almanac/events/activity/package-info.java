/** What people and programs read, for those who want to know what is used: nothing is decided by it. */
@NullMarked
package dev.almanac.events.activity;

import org.jspecify.annotations.NullMarked;
