package io.figcast.chart.slice;

/**
 * The names of one slice's keys in Redis. The id stands in braces, so that a cluster keeps them on one node.
 *
 * @param id the slice id
 */
record SliceKeys(String id) {

    String manifest() {
        return "figcast:1:{" + id + "}:manifest";
    }

    String chunk(String version, char column, int n) {
        return "figcast:1:{" + id + "}:" + version + ":" + column + ":" + n;
    }
}
