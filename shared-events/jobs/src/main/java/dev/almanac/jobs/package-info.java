/** Background jobs: how one runs, on one instance at a time, and how everybody learns what came of it. */
@NullMarked
package dev.almanac.jobs;

import org.jspecify.annotations.NullMarked;
