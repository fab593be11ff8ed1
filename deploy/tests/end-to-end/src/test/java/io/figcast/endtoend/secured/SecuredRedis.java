package io.figcast.endtoend.secured;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import io.figcast.local.server.Child;
import io.figcast.local.server.FreePort;

/** A real Redis that speaks TLS only and knows the users of {@code deploy/redis/users.acl}, and no others. */
final class SecuredRedis {

    private final Path directory;
    private final Identity identity;
    private final Map<String, String> passwords;
    private final int port = FreePort.find();

    SecuredRedis(Path directory, Identity identity, Map<String, String> passwords) {
        this.directory = directory;
        this.identity = identity;
        this.passwords = passwords;
    }

    String url(String user) {
        return "rediss://" + user + ":" + passwords.get(user) + "@localhost:" + port;
    }

    int port() {
        return port;
    }

    Child start() throws IOException {
        Path users = directory.resolve("users.acl");
        try (var lines = Files.lines(Processes.ROOT.resolve("deploy/redis/users.acl"))) {
            Files.writeString(users, lines.map(this::withPassword).collect(Collectors.joining("\n", "", "\n")));
        }
        // The embedded server is built without TLS; Debian's is built with it.
        return Child.start(new ProcessBuilder("redis-server", "--port", "0", "--tls-port", Integer.toString(port), "--bind",
                "127.0.0.1", "--tls-cert-file", identity.certificate().toString(), "--tls-key-file", identity.key().toString(),
                "--tls-ca-cert-file", identity.certificate().toString(), "--tls-auth-clients", "no", "--aclfile",
                users.toString(), "--save", "", "--dir", directory.toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("redis.log").toFile()));
    }

    private String withPassword(String line) {
        String password = passwords.get(line.split(" ")[1]);
        return password == null ? line : line + " #" + sha256(password);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The first line of the answer to the last of these commands, sent over one encrypted connection. */
    String answer(List<String> commands) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) trust().getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5000);
            String line = "";
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
                line = line(socket.getInputStream());
            }
            return line;
        }
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = answers.read(); read >= 0 && read != '\n'; read = answers.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    private SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        try (InputStream certificate = Files.newInputStream(identity.certificate())) {
            authorities.setCertificateEntry("redis", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
