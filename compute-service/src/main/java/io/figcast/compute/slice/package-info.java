/**
 * A slice: its identity, its rows on their way from a source, and what is announced about it. The nouns that every other
 * room uses; they know nobody.
 */
@NullMarked
package io.figcast.compute.slice;

import org.jspecify.annotations.NullMarked;
