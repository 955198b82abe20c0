@NullMarked
package dev.almanac.web.openapi;

import org.jspecify.annotations.NullMarked;
