package io.figcast.compute.source.columns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.figcast.compute.source.Messages;
import io.figcast.compute.source.Note;

/** What people are told of the columns that were chosen for them. */
final class ChoiceNotes {

    private static final int NAMES = 20;

    private ChoiceNotes() {
    }

    /** Describes the choice, and how to override it. */
    static Note chosen(ColumnChoice choice, List<String> others) {
        String message = Messages.bounded("chose " + choice.words() + "; "
                + Messages.some(others, NAMES, "no other column")
                + " could be drawn too; category-column, x-column and y-column override this");
        Map<String, String> values = new HashMap<>();
        choice.category().ifPresent(category -> values.put("category", Messages.bounded(category)));
        choice.x().ifPresent(x -> values.put("x", Messages.bounded(x)));
        values.put("y", Messages.bounded(choice.y()));
        if (!others.isEmpty()) {
            values.put("others", Messages.bounded(Messages.some(others.subList(0, Math.min(others.size(), NAMES)), NAMES, "")));
            values.put("more", Integer.toString(Math.max(0, others.size() - NAMES)));
        }
        return new Note("COLUMNS_CHOSEN", message, values);
    }

    /** Describes listed columns that cannot be drawn. */
    static Note unfit(List<String> columns) {
        String names = Messages.some(columns, NAMES, "none");
        return new Note("COLUMNS_UNFIT", Messages.bounded("columns names what cannot be drawn: " + names),
                Map.of("columns", Messages.bounded(names)));
    }
}
