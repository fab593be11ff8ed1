package io.figcast.compute.slice;

/** What was read is not, or no longer, the data that the slice's fingerprint names. */
public class SourceChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fingerprint;

    /** @param fingerprint the one that the source has now, which may be the same again */
    public SourceChangedException(String fingerprint) {
        super("The data changed while it was read", null);
        this.fingerprint = fingerprint;
    }

    public String fingerprint() {
        return fingerprint;
    }
}
