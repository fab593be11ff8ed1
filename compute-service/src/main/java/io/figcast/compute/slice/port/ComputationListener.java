package io.figcast.compute.slice.port;

import java.util.List;

import io.figcast.compute.slice.Failure;
import io.figcast.compute.slice.Manifest;
import io.figcast.compute.slice.SliceKey;

/** What happens to computations, for logs and metrics. */
public interface ComputationListener {

    /** A request shares the outcome of one under way. */
    void joined(SliceKey key);

    /** Computations begin, which are read by one scan. */
    void computing(List<SliceKey> keys);

    /** A computation's slice is in the memo. */
    void computed(SliceKey key, Manifest manifest);

    /** A computation ended without a slice. */
    void failed(SliceKey key, Failure failure);

    /** A run lost its lease or its store; its slice is looked for again. */
    void lost(SliceKey key);
}
