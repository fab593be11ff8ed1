package io.figcast.local;

/** The command line is invalid; the message is one sentence for the person who typed it. */
class UnknownOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownOptionException(String message) {
        super(message);
    }
}
