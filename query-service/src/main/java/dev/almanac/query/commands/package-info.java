/** The write side, as reads ask it. */
@NullMarked
package dev.almanac.query.commands;

import org.jspecify.annotations.NullMarked;
