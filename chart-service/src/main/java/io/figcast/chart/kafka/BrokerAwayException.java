package io.figcast.chart.kafka;

/** The request could not be handed to the broker. */
public class BrokerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerAwayException(String message) {
        super(message);
    }
}
