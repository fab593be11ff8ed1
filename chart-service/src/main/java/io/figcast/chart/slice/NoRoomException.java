package io.figcast.chart.slice;

/** There was no memory for one more slice within the time to wait for it. */
public class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRoomException() {
        super("the memory for rows is in use (figcast.slices.max-bytes)");
    }
}
