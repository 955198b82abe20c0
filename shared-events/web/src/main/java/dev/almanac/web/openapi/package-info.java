/** What the OpenAPI documents of both services say alike, so that code generated from them is what a person would write. */
@NullMarked
package dev.almanac.web.openapi;

import org.jspecify.annotations.NullMarked;
