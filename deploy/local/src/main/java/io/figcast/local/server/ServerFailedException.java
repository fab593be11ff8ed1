package io.figcast.local.server;

/** Something did not start, or not in time; the message is one sentence for the person who started it. */
public class ServerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailedException(String message) {
        super(message);
    }
}
