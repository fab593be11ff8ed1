package io.figcast.chart.slice;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** What the doubles of a column mean. */
public enum ColumnType {
    NUMBER("number"),
    /** Milliseconds since 1970 UTC. */
    TIME("time");

    private final String wireName;

    ColumnType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The type that a manifest names.
     *
     * @param wireName absent in manifests that know numbers only
     * @throws IllegalArgumentException for any other name: what the values mean is not known then
     */
    static ColumnType of(@Nullable String wireName) {
        if (wireName == null) {
            return NUMBER;
        }
        return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the manifest has columns of an unknown type"));
    }
}
