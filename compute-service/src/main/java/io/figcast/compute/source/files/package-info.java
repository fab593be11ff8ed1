/**
 * The files that datasets name: finding them in the data directories and nowhere else, and the digests of their content.
 */
@NullMarked
package io.figcast.compute.source.files;

import org.jspecify.annotations.NullMarked;
