package io.figcast.chart.answer;

/** What an answer says of its own age. */
public enum AnswerState {

    READY("ready"),
    STALE("stale");

    private final String wireName;

    AnswerState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
