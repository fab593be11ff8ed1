package io.figcast.chart.catalogue;

import java.util.Map;

/**
 * What people should know about a dataset.
 *
 * @param code of its kind, by which the page says it in its language
 * @param message the whole of it in English
 * @param values of which the message is made
 */
public record Note(String code, String message, Map<String, String> values) {

    public Note {
        values = Map.copyOf(values);
    }
}
