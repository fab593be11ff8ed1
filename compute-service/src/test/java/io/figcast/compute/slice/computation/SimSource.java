package io.figcast.compute.slice.computation;

/** The data of the dataset, which is replaced, and sometimes put back. */
final class SimSource {

    private String fingerprint = "5f0c";
    private int generation;

    String fingerprint() {
        return fingerprint;
    }

    /** Tells whether it was touched, though it is again what it was. */
    int generation() {
        return generation;
    }

    void replace(String other) {
        fingerprint = other;
        generation++;
    }
}
