package io.figcast.compute.slice.port;

import org.jspecify.annotations.Nullable;

/** The memo refused (out of memory, not permitted): an immediate retry would not help. The message is for users. */
public class MemoRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MemoRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
