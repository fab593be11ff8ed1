package io.figcast.compute.request;

/** A record that cannot be accepted. The message is for its producer and quotes nothing of it. */
public class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectCode code;

    public RejectedException(RejectCode code, String message) {
        super(message);
        this.code = code;
    }

    public RejectCode code() {
        return code;
    }
}
