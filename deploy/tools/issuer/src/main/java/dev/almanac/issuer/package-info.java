/** An OpenID Connect provider for one machine, where nobody needs a password. No part of what is deployed. */
@NullMarked
package dev.almanac.issuer;

import org.jspecify.annotations.NullMarked;
