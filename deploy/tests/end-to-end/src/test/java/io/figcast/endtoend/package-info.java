/**
 * The system as users start it, with {@code ./start}, tried from outside: by a browser, by producers, by curl's calls and
 * by faults. Every test takes ports of its own, so that a Figcast that runs on this machine is left alone.
 */
@NullMarked
package io.figcast.endtoend;

import org.jspecify.annotations.NullMarked;
