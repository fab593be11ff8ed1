package io.figcast.chart.page;

import io.vertx.core.buffer.Buffer;

/**
 * One file that the browser takes, held in memory as it is and compressed.
 *
 * @param path its address, which names its content and therefore never changes what it answers
 */
record Asset(String path, String contentType, String etag, Buffer plain, Buffer gzipped) {

    static String contentTypeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "map" -> "application/json";
            case "svg" -> "image/svg+xml";
            default -> "text/plain;charset=UTF-8";
        };
    }
}
