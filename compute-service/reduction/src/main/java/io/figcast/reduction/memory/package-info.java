/**
 * Rows in memory, and the passes that answer what is asked of them. Plain loops over arrays on as many cores as there are; the
 * outcome depends on the rows only, never on how the work was shared out, so that every replica shows the same.
 */
@NullMarked
package io.figcast.reduction.memory;

import org.jspecify.annotations.NullMarked;
