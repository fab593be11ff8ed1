package io.figcast.endtoend.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A server's key and its certificate for {@code localhost}, which is its own authority. */
record Identity(Path certificate, Path key, Path both) {

    private static final String PASSWORD = "only-in-this-directory";

    static Identity create(Path directory, String name) throws IOException, GeneralSecurityException {
        Path store = directory.resolve(name + ".p12");
        Processes.run("keytool", "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-validity", "2",
                "-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "bc=ca:true", "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass", PASSWORD);
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        String certificate = pem("CERTIFICATE", keys.getCertificate(name).getEncoded());
        String key = pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
        return new Identity(Files.writeString(directory.resolve(name + ".crt"), certificate),
                Files.writeString(directory.resolve(name + ".key"), key),
                Files.writeString(directory.resolve(name + ".pem"), key + certificate));
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }
}
