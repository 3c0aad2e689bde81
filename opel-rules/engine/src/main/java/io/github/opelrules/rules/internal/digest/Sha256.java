package io.github.opelrules.rules.internal.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** SHA-256 digests as {@code sha256:} and 64 hex digits. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of what is put in. */
    public static String of(Consumer<MessageDigest> content) {
        return "sha256:" + HexFormat.of().formatHex(bytesOf(content));
    }

    /** The 32 bytes of the digest of what is put in. */
    public static byte[] bytesOf(Consumer<MessageDigest> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.accept(digest);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The digest of a text in UTF-8. */
    public static String of(String text) {
        return of(digest -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
    }
}
