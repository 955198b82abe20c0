/** What is told outside: messages wait in lanes, one for each receiver, until they are taken. */
@NullMarked
package dev.almanac.query.delivering;

import org.jspecify.annotations.NullMarked;
