package io.figcast.chart.catalogue;

/** A column was named that the dataset does not allow as an axis; the message says which it allows. */
public class UnknownColumnException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 1_000;

    UnknownColumnException(String message) {
        super(message.length() <= LONGEST ? message
                : message.substring(0, message.offsetByCodePoints(0, message.codePointCount(0, LONGEST) - 1)) + "…");
    }
}
