package io.figcast.chart.slice;

/** A slice that would take more memory than this service gives to one. */
public class SliceTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SliceTooLargeException(long rows) {
        super("a slice of " + rows + " rows is larger than this service reads (figcast.slices.max-slice-bytes)");
    }
}
