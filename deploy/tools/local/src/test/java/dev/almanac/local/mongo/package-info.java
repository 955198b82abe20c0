/** The stand-in for MongoDB, asked as its clients ask it. */
@NullMarked
package dev.almanac.local.mongo;

import org.jspecify.annotations.NullMarked;
