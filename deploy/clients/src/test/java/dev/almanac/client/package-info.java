/** Clients as other teams generate them from the OpenAPI documents: whether they compile, and do what they say. */
@NullMarked
package dev.almanac.client;

import org.jspecify.annotations.NullMarked;
