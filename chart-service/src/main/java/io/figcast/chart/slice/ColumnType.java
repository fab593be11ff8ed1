package io.figcast.chart.slice;

import java.util.Arrays;
import java.util.Optional;

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

    public String wireName() {
        return wireName;
    }

    /** The type of this name, if there is one. */
    public static Optional<ColumnType> named(String wireName) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
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
        return named(wireName)
                .orElseThrow(() -> new IllegalArgumentException("the manifest has columns of an unknown type"));
    }
}
