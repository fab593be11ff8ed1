package io.figcast.compute.source;

import java.util.Map;

/**
 * What people should know about the data or the choice of columns.
 *
 * @param code of its kind, by which readers say it in their language
 * @param message the whole of it in English
 * @param values of which the message is made
 */
public record Note(String code, String message, Map<String, String> values) {

    public Note {
        values = Map.copyOf(values);
    }
}
