/** Who is signed in: a token of the environment, or credentials in a file that nobody else can read, got by device code. */
@NullMarked
package dev.almanac.terminal.login;

import org.jspecify.annotations.NullMarked;
