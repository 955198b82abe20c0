/** What is on the screen, and what becomes of it by a key, an answer or a change. Values only: what is to be done is an effect. */
@NullMarked
package dev.almanac.terminal.board;

import org.jspecify.annotations.NullMarked;
