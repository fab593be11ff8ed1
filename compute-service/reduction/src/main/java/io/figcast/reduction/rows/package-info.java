/**
 * What can be asked of rows and what they answer, wherever they are: in memory, or in the engine that holds them. A row's
 * place is a number that grows from each row to the next; in memory it is its rank.
 */
@NullMarked
package io.figcast.reduction.rows;

import org.jspecify.annotations.NullMarked;
