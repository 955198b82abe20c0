/** The edge that every query shares: problems, entity tags, paging, parameters. */
@NullMarked
package dev.almanac.query.http;

import org.jspecify.annotations.NullMarked;
