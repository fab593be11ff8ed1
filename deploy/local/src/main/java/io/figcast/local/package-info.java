/**
 * Figcast on one machine without Docker: what {@code ./start} understands, starts, keeps running, says and ends. The
 * services run as their images run them, with settings instead of code of their own.
 */
@NullMarked
package io.figcast.local;

import org.jspecify.annotations.NullMarked;
