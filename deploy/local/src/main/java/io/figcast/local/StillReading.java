package io.figcast.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.figcast.local.dataset.OwnDataset;

/** Datasets that are still being read after the start: how far each is, now and then, and in the end what it has led to. */
final class StillReading {

    private static final int STEP = 10;

    private final List<OwnDataset> rest;
    private final Map<OwnDataset, Integer> told = new HashMap<>();

    StillReading(DatasetReport report) {
        rest = new ArrayList<>(report.reading());
        rest.forEach(dataset -> told.put(dataset, report.percent(dataset)));
    }

    boolean isOver() {
        return rest.isEmpty();
    }

    /** The lines that are due. */
    List<String> news(DatasetReport report) {
        List<String> lines = new ArrayList<>();
        for (OwnDataset dataset : List.copyOf(rest)) {
            int percent = report.percent(dataset);
            if (report.isKnown(dataset)) {
                rest.remove(dataset);
                lines.add(report.line(dataset));
            } else if (percent >= told.getOrDefault(dataset, 0) + STEP) {
                told.put(dataset, percent);
                lines.add(dataset.title() + ": " + percent + "% is read.");
            }
        }
        return lines;
    }
}
