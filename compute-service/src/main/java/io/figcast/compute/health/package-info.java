/**
 * Which servers this service needs, and since when one is away. Their absence never makes the service unready or dead: it waits
 * for them and restarting it would not bring them back.
 */
@NullMarked
package io.figcast.compute.health;

import org.jspecify.annotations.NullMarked;
