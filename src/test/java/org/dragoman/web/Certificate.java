package org.dragoman.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that signs itself, in the files an operator has. */
final class Certificate {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificate() {}

    static Path chain(Path directory) {
        return directory.resolve("cert.pem");
    }

    static Path key(Path directory) {
        return directory.resolve("key.pem");
    }

    /** Makes one by the JDK's tool, in place of the one before. */
    static void make(Path directory) {
        try {
            Path store = Files.createTempDirectory(directory, "made").resolve("store.p12");
            make(directory, store);
            KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
            write(key(directory), "PRIVATE KEY", made.getKey("it", PASSWORD).getEncoded());
            write(chain(directory), "CERTIFICATE", made.getCertificate("it").getEncoded());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void make(Path directory, Path store) throws IOException, InterruptedException {
        Process tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "it",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(new File(directory.toFile(), "keytool.log"))
                        .start();
        if (tool.waitFor() != 0) {
            throw new IOException(Files.readString(directory.resolve("keytool.log")));
        }
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        Files.writeString(
                file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, body, kind));
    }

    /** Trusts the certificate in the file now, and no other. */
    static SSLContext trusting(Path chain) {
        try (InputStream file = Files.newInputStream(chain)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "it",
                    Objects.requireNonNull(
                            CertificateFactory.getInstance("X.509").generateCertificate(file)));
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
