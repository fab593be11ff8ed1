package io.figcast.compute.slice;

/** The slice has more rows than its dataset allows. The message is for users. */
public class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLargeException(long maxRows) {
        super("The slice has more than " + maxRows + " rows");
    }
}
