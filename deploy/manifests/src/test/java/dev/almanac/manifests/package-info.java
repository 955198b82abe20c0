/** What is deployed says what the code says: types, settings, ports, routes and topics are compared. */
@NullMarked
package dev.almanac.manifests;

import org.jspecify.annotations.NullMarked;
