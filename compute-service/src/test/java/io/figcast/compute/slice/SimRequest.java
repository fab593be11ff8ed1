package io.figcast.compute.slice;

/** A request in Kafka's log: delivered until it is done. */
final class SimRequest {

    private final Ask ask;
    private final boolean forget;
    boolean done;

    SimRequest(Ask ask, boolean forget) {
        this.ask = ask;
        this.forget = forget;
    }

    Ask ask() {
        return ask;
    }

    boolean forget() {
        return forget;
    }
}
