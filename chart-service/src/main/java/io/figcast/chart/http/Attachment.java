package io.figcast.chart.http;

import java.nio.charset.StandardCharsets;

/** The header field {@code Content-Disposition} (RFC 6266) for a file of any name. */
final class Attachment {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

    private Attachment() {
    }

    /** For old clients every other character is an underscore; the others take the name as it is, percent-encoded. */
    static String named(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c < 128 && PLAIN.indexOf(c) >= 0 ? (char) c : '_'));
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && PLAIN.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
