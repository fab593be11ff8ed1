package io.figcast.local.dataset;

/** What was named on the command line cannot be a dataset; the message is one sentence for the person who typed it. */
public class UnusableDatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableDatasetException(String message) {
        super(message);
    }
}
