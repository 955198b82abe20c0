/** What the demo consists of: the same for everybody who asks in the same week. It knows nothing of how it is sent. */
@NullMarked
package dev.almanac.local.demo.plan;

import org.jspecify.annotations.NullMarked;
