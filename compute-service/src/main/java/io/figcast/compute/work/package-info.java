/** How much is done at once: the bounds that rooms share. */
@NullMarked
package io.figcast.compute.work;

import org.jspecify.annotations.NullMarked;
