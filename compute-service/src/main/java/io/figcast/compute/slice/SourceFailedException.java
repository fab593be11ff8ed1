package io.figcast.compute.slice;

import org.jspecify.annotations.Nullable;

/** The source could not deliver a slice; the message is for users and holds no credentials. */
public class SourceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
