package io.figcast.compute.source.columns;

/** What the values of a column are. */
public enum ColumnKind {
    NUMBER("numbers"),
    TIME("times"),
    BOOLEAN("booleans"),
    TEXT("text"),
    /** Lists, structures and whatever else is neither drawn nor compared. */
    NESTED("nested values");

    private final String words;

    ColumnKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
