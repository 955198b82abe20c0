/** Who may ask: bearer tokens of one issuer for one audience. */
@NullMarked
package dev.almanac.query.security;

import org.jspecify.annotations.NullMarked;
