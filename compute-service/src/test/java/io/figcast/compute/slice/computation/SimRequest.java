package io.figcast.compute.slice.computation;

/** A request in Kafka's log: delivered until it is done. */
final class SimRequest {

    private final SliceRequest ask;
    private final boolean forget;
    boolean done;

    SimRequest(SliceRequest ask, boolean forget) {
        this.ask = ask;
        this.forget = forget;
    }

    SliceRequest ask() {
        return ask;
    }

    boolean forget() {
        return forget;
    }
}
