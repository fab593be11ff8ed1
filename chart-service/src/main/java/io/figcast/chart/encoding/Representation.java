package io.figcast.chart.encoding;

/** What an address answers until it changes: the same bytes plain and compressed, shared by all who ask. */
public record Representation(Encoded plain, Encoded gzip) {

    public static Representation of(byte[] bytes, String contentType) {
        return new Representation(Encoded.of(bytes, contentType, false),
                Encoded.of(Encoded.gzip(bytes), contentType, true));
    }
}
