/** The service's root package. */
@NullMarked
package io.figcast.compute;

import org.jspecify.annotations.NullMarked;
