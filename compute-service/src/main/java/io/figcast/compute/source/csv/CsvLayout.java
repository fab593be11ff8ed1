package io.figcast.compute.source.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import io.figcast.compute.slice.SourceFailedException;
import io.figcast.compute.source.Messages;
import io.figcast.compute.source.files.DataFile;

/**
 * How a text file is laid out.
 *
 * @param skipped lines before the header, or before the data where there is none
 * @param columns their names, of which no two are equal whatever the case
 */
public record CsvLayout(Encoding encoding, char separator, int skipped, boolean header, List<String> columns) {

    /** Looks into the file's head. */
    public static CsvLayout of(DataFile file, OptionalInt separator) {
        try {
            FileHead head = FileHead.of(file.path());
            return new LayoutSniffer(head.text(), head.whole(), separator).layout(head.encoding())
                    .orElseThrow(() -> new SourceFailedException(
                            Messages.bounded("file " + file.name() + " is empty"), null));
        } catch (IOException e) {
            throw new SourceFailedException(
                    Messages.bounded("file " + file.name() + " cannot be read: " + e.getMessage()), e);
        }
    }

    /** Writes the file's text in UTF-8. */
    public void copy(DataFile file, Path to) {
        try {
            FileHead.copy(file.path(), encoding, to);
        } catch (IOException e) {
            throw new SourceFailedException(
                    Messages.bounded("file " + file.name() + " cannot be copied to be read in UTF-8: " + e.getMessage()), e);
        }
    }

    /** On which line of a file the byte of this number stands, from 1. */
    public static long lineOf(DataFile file, long position) throws IOException {
        return FileHead.lineOf(file.path(), position);
    }

    /** The same in another encoding. */
    public CsvLayout in(Encoding other) {
        return new CsvLayout(other, separator, skipped, header, columns);
    }
}
