package io.figcast.local;

import java.io.IOException;
import java.util.Locale;

/** Opens a page in the browser of this machine's user, if there is one. */
final class Desktop {

    private Desktop() {
    }

    static void open(String url) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!mac && !display) {
            return;
        }
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", url).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // No such command: the address is on the screen.
        }
    }
}
