/**
 * How a slice comes to be computed once however many ask for it, here and elsewhere: a state machine on one thread, plain
 * Java without a framework. {@code Computations} is the hard file.
 */
@NullMarked
package io.figcast.compute.slice.computation;

import org.jspecify.annotations.NullMarked;
