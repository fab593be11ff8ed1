package io.figcast.compute.slice;

import java.time.Instant;

/**
 * A failure of a computation, remembered for a short time so that it is not repeated at once.
 *
 * @param message for users; bounded
 */
public record Failure(FailureCode code, String message, Instant failedAt, long retryAfterSeconds) {

    /** The longest message that is stored and announced. */
    public static final int LONGEST_MESSAGE = 1_000;

    public Failure {
        message = message.isBlank() ? "The computation failed" : bounded(message);
    }

    /** The same failure as announced later, when less of its time remains. */
    public Failure remaining(long seconds) {
        return new Failure(code, message, failedAt, seconds);
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST_MESSAGE) {
            return text;
        }
        int end = LONGEST_MESSAGE - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '…';
    }
}
