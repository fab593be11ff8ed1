package io.figcast.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Asks for one cold category after the other as the page does, and measures from the request to the last byte of the
 * figures. The query's own time, which the answer states, is taken off.
 */
public final class ColdPath {

    private static final Pattern COMPUTE_MILLIS = Pattern.compile("\"computeMillis\":(\\d+)");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Percentiles whole = new Percentiles();
    private final Percentiles withoutQuery = new Percentiles();

    private ColdPath() {
    }

    /** @param arguments base URL, dataset, prefix of the categories' names, rounds to warm up, rounds to measure */
    public static void main(String[] arguments) throws Exception {
        ColdPath path = new ColdPath();
        int warmUp = Integer.parseInt(arguments[3]);
        int rounds = Integer.parseInt(arguments[4]);
        for (int i = 0; i < warmUp + rounds; i++) {
            URI uri = URI.create(arguments[0] + "/api/figures?dataset=" + arguments[1] + "&category=" + arguments[2] + i);
            path.ask(uri, i >= warmUp);
        }
        System.out.println("{\"whole\":{" + path.whole.json() + "},\"withoutQuery\":{" + path.withoutQuery.json() + "}}");
    }

    private void ask(URI uri, boolean measured) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "application/vnd.figcast.figures")
                .header("Accept-Encoding", "gzip").header("Prefer", "wait=30").build();
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long took = System.nanoTime() - begin;
        if (answer.statusCode() != 200) {
            throw new IOException("Unexpected answer: " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        if (measured) {
            whole.add(took);
            withoutQuery.add(took - computeMillis(answer) * 1_000_000);
        }
    }

    private static long computeMillis(HttpResponse<byte[]> answer) throws IOException {
        boolean coded = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        try (InputStream in = new ByteArrayInputStream(answer.body());
                InputStream plain = coded ? new GZIPInputStream(in) : in) {
            Matcher found = COMPUTE_MILLIS.matcher(new String(plain.readNBytes(4096), StandardCharsets.ISO_8859_1));
            if (!found.find()) {
                throw new IOException("The answer does not say how long the query took.");
            }
            return Long.parseLong(found.group(1));
        }
    }
}
