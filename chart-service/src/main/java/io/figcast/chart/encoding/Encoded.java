package io.figcast.chart.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * An answer as it goes over the wire.
 *
 * @param body shared by all who get it; nobody writes to it
 * @param etag a strong tag: the hash of exactly these bytes, so that every replica gives the same
 * @param contentType what the bytes are
 * @param gzip whether they are compressed
 */
public record Encoded(Buffer body, String etag, String contentType, boolean gzip) {

    public static Encoded of(byte[] bytes, String contentType, boolean gzip) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
            return new Encoded(Buffer.buffer(Unpooled.wrappedBuffer(bytes)), '"' + text + '"', contentType, gzip);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The content coding gzip. */
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8 * 1024)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
