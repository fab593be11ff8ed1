package io.figcast.compute.slice.port;

import org.jspecify.annotations.Nullable;

/** The memo did not answer, or cannot for now: callers wait and retry. */
public class MemoUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MemoUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
