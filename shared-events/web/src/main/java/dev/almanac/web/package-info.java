/** The edge that both HTTP services share: what a request may say, and which words an error answers with. */
@NullMarked
package dev.almanac.web;

import org.jspecify.annotations.NullMarked;
