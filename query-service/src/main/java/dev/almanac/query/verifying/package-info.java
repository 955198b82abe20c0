/** Compares a sample of the documents with what the topics say: what the store has lost, doubled or damaged is found. */
@NullMarked
package dev.almanac.query.verifying;

import org.jspecify.annotations.NullMarked;
