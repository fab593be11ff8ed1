package io.figcast.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Copies what a service writes, line by line, each marked with the service's name. */
final class MarkedOutput {

    private MarkedOutput() {
    }

    /** Copies until the stream ends, in a thread of its own: a service must never wait for its log to be read. */
    static void copy(String mark, InputStream from, PrintStream to) {
        Thread thread = new Thread(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    to.println("%-8s│ %s".formatted(mark, line));
                }
            } catch (IOException e) {
                // The service ended; that is said elsewhere.
            }
        }, mark + "-output");
        thread.setDaemon(true);
        thread.start();
    }
}
