package io.figcast.compute.slice.port;

/** A scan for several slices failed before this one was read; that says nothing of this one. */
public class ScanFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScanFailedException(Throwable cause) {
        super("The scan for several slices failed", cause);
    }
}
