package io.figcast.compute.memo;

import java.util.concurrent.CompletionStage;

import io.figcast.compute.slice.SliceKey;

/** Where chunks are stored before a manifest names them. */
interface ChunkStore {

    /** Stores one chunk; the bytes must not be changed until this has completed well. */
    CompletionStage<Void> put(SliceKey key, String version, char column, int n, byte[] bytes);
}
