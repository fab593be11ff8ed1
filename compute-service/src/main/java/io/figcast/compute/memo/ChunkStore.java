package io.figcast.compute.memo;

import java.util.concurrent.CompletionStage;

/** Where the chunks of one run are stored before a manifest names them. */
interface ChunkStore {

    /** Stores one chunk; the bytes must not be changed until this has completed well. */
    CompletionStage<?> put(char column, int n, byte[] bytes);

    /** Removes the first chunks of either column. */
    CompletionStage<?> remove(int chunks);
}
