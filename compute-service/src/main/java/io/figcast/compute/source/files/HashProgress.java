package io.figcast.compute.source.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of some files have been hashed. */
public final class HashProgress {

    private final AtomicLong hashed = new AtomicLong();
    private volatile long all;

    /** Begins with these files. */
    public void begin(List<DataFile> files) {
        all = files.stream().mapToLong(HashProgress::size).sum();
        hashed.set(0);
    }

    /** From 0 to 1. */
    public double part() {
        long bytes = all;
        return bytes == 0 ? 0 : Math.min(1, (double) hashed.get() / bytes);
    }

    void add(long bytes) {
        hashed.addAndGet(bytes);
    }

    private static long size(DataFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return 0; // whoever reads it says so
        }
    }
}
