package io.figcast.chart.memo;

/** Redis did not answer, or cannot serve at the moment: what it holds is unknown. */
public class MemoAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MemoAwayException(String message) {
        super(message);
    }

    MemoAwayException(Throwable cause) {
        super("Redis does not answer: " + cause.getMessage(), cause);
    }
}
