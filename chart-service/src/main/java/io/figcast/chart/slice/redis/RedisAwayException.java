package io.figcast.chart.slice.redis;

/** Redis did not answer, or cannot serve at the moment: what it holds is unknown. */
public class RedisAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RedisAwayException(String message) {
        super(message);
    }

    RedisAwayException(Throwable cause) {
        super("Redis does not answer: " + cause.getMessage(), cause);
    }
}
