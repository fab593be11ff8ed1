package io.figcast.compute.source.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

/**
 * The beginning of a text file, unpacked.
 *
 * @param whole whether that is all there is
 */
record FileHead(Encoding encoding, String text, boolean whole) {

    private static final int LONGEST = 1 << 18;

    static FileHead of(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path); InputStream content = unpacked(path, file)) {
            byte[] bytes = content.readNBytes(LONGEST);
            Encoding encoding = Encoding.of(bytes);
            return new FileHead(encoding, encoding.decode(bytes), bytes.length < LONGEST);
        }
    }

    /** Writes the whole text in UTF-8, without a byte order mark. */
    static void copy(Path path, Encoding encoding, Path to) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                Reader text = new InputStreamReader(unpacked(path, file), encoding.charset());
                Writer copy = Files.newBufferedWriter(to)) {
            int first = text.read();
            if (first >= 0 && first != '\uFEFF') {
                copy.write(first);
            }
            text.transferTo(copy);
        }
    }

    static long lineOf(Path path, long position) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                InputStream content = new BufferedInputStream(unpacked(path, file))) {
            long line = 1;
            int before = 0;
            for (long at = 0; at < position; at++) {
                int c = content.read();
                line += c == '\r' || c == '\n' && before != '\r' ? 1 : 0;
                before = c;
            }
            return line;
        }
    }

    private static InputStream unpacked(Path path, InputStream file) throws IOException {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(file);
        }
        return name.endsWith(".zst") ? new ZstdInputStreamNoFinalizer(file) : file;
    }
}
