/** What a user downloads, taken apart and tried. */
@NullMarked
package io.figcast.release;

import org.jspecify.annotations.NullMarked;
