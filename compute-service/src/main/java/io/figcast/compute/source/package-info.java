/**
 * What every source of rows has in common: the port, fingerprints, the files that may be read, and messages that are
 * safe to show.
 */
@NullMarked
package io.figcast.compute.source;

import org.jspecify.annotations.NullMarked;
