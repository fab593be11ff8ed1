package io.figcast.compute.source.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** The encodings of text files. */
public enum Encoding {
    /** So far; the rest of the file may be in UTF-8 or Windows-1252. */
    ASCII("utf-8"),
    UTF_8("utf-8"),
    UTF_16("utf-16"),
    UTF_16_BIG_ENDIAN("utf-16be"),
    /** Latin-1 with the dashes, quotes and the euro sign that Excel writes. */
    WINDOWS_1252("windows-1252");

    private static final int ZEROES_LOOKED_AT = 1_000;

    private final String engineName;

    Encoding(String engineName) {
        this.engineName = engineName;
    }

    /** As the query engine calls it. */
    public String engineName() {
        return engineName;
    }

    /** Whether the query engine does not read it, so that a copy in UTF-8 is read instead. */
    public boolean isCopied() {
        return this == UTF_16_BIG_ENDIAN || this == WINDOWS_1252;
    }

    /** The encoding of the bytes: Windows-1252 if they are neither UTF-16 nor UTF-8. */
    static Encoding of(byte[] bytes) {
        Charset utf16 = utf16(bytes);
        if (utf16 != null) {
            return utf16 == StandardCharsets.UTF_16LE ? UTF_16 : UTF_16_BIG_ENDIAN;
        }
        if (isAscii(bytes)) {
            return ASCII;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        // Not the end of the input, so that a character cut in two at the end of the head is none.
        return decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false).isError() ? WINDOWS_1252
                : UTF_8;
    }

    Charset charset() {
        return switch (this) {
            case ASCII, UTF_8 -> StandardCharsets.UTF_8;
            case WINDOWS_1252 -> Charset.forName("windows-1252");
            case UTF_16 -> StandardCharsets.UTF_16LE;
            case UTF_16_BIG_ENDIAN -> StandardCharsets.UTF_16BE;
        };
    }

    String decode(byte[] bytes) {
        String text = new String(bytes, charset());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Separators, digits and line ends have one byte that is 0, whatever else stands there; no other encoding of text has any.
     */
    private static boolean isOneSided(int zeroes, int others, int looked) {
        return zeroes > looked / 20 && zeroes > 2 * others;
    }

    private static @Nullable Charset utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int looked = Math.min(bytes.length, ZEROES_LOOKED_AT) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < looked; i++) {
            high += bytes[2 * i] == 0 ? 1 : 0;
            low += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (mark == 0xFEFF || isOneSided(high, low, looked)) {
            return StandardCharsets.UTF_16BE;
        }
        return mark == 0xFFFE || isOneSided(low, high, looked) ? StandardCharsets.UTF_16LE : null;
    }
}
