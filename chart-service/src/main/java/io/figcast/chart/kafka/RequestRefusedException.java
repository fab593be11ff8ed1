package io.figcast.chart.kafka;

/** A request that compute-service would reject, with the code that it would give. */
public class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public RequestRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
