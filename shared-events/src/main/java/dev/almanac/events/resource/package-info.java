/** Resources: what events need beside their calendar, and when it is out. */
@NullMarked
package dev.almanac.events.resource;

import org.jspecify.annotations.NullMarked;
