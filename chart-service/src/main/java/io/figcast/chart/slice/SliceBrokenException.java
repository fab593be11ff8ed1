package io.figcast.chart.slice;

/** A slice of which a part is missing or differs from its manifest: as good as none. */
public class SliceBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SliceBrokenException(String message) {
        super(message);
    }
}
