package io.figcast.local.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file from standard input, kept in a directory that lives as long as this process. */
final class StandardInput {

    private static final int MAGIC = 4;

    private final InputStream input;
    private final Path directory;
    private boolean taken;

    StandardInput(InputStream input, Path directory) {
        this.input = input;
        this.directory = directory;
    }

    /** Reads to the end, or until the disk has less than a tenth left. The name tells DuckDB what it is. */
    Path kept() {
        if (taken) {
            throw new UnusableDatasetException("--file - can be named once only: there is one standard input.");
        }
        taken = true;
        try {
            Files.createDirectories(directory);
            byte[] magic = input.readNBytes(MAGIC);
            if (magic.length == 0) {
                throw new UnusableDatasetException("--file - reads standard input, and nothing came.");
            }
            Path file = directory.resolve("stdin" + ending(magic));
            copy(magic, file);
            return file;
        } catch (IOException e) {
            throw new UnusableDatasetException(
                    "Standard input could not be kept in " + directory + ": " + e.getMessage() + ".");
        }
    }

    private void copy(byte[] begin, Path file) throws IOException {
        long room = directory.toFile().getUsableSpace() / 10 * 9;
        try (OutputStream output = Files.newOutputStream(file)) {
            output.write(begin);
            byte[] buffer = new byte[1 << 16];
            long written = begin.length;
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                written += count;
                if (written > room) {
                    throw new UnusableDatasetException("Standard input is larger than the " + (room >> 20)
                            + " MiB that " + directory + " has room for; the environment variable TMPDIR moves it.");
                }
                output.write(buffer, 0, count);
            }
        }
    }

    private static String ending(byte[] magic) {
        if (magic.length == MAGIC && magic[0] == 'P' && magic[1] == 'A' && magic[2] == 'R' && magic[3] == '1') {
            return ".parquet";
        }
        if (magic.length > 1 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b) {
            return ".csv.gz";
        }
        return magic[0] == '{' || magic[0] == '[' ? ".json" : ".csv";
    }
}
