package io.github.opelrules.testkit.worksheet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The files in a zip that is in memory, by its directory at the end, as Excel reads it. What the JDK reads from a stream goes by the
 * beginning of each file, where programs that write as they go cannot know its length.
 */
final class ZipParts {

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_END_LENGTH = 22;
    private static final int MOST_ENTRIES = 1000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer zip;
    private int left;

    private ZipParts(byte[] zip, int mostBytes) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        this.left = mostBytes;
    }

    /**
     * The bytes of each file by its name.
     *
     * @param mostBytes how many there may be in all
     * @throws IOException if it is no zip, is damaged, or holds more
     */
    static Map<String, byte[]> of(byte[] zip, int mostBytes) throws IOException {
        try {
            return new ZipParts(zip, mostBytes).read();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DataFormatException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private Map<String, byte[]> read() throws IOException, DataFormatException {
        int end = zip.limit() - DIRECTORY_END_LENGTH;
        while (end >= 0 && zip.getInt(end) != END_OF_DIRECTORY) {
            end--;
        }
        if (end < 0) {
            throw new IOException("it is no zip");
        }
        int entries = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        if (entries > MOST_ENTRIES) {
            throw new IOException("it holds more than " + MOST_ENTRIES + " files, which no worksheet does");
        }
        Map<String, byte[]> parts = new HashMap<>();
        for (int entry = 0; entry < entries; entry++) {
            if (zip.getInt(at) != DIRECTORY_ENTRY) {
                throw new IOException("its directory is damaged");
            }
            int method = Short.toUnsignedInt(zip.getShort(at + 10));
            int compressed = zip.getInt(at + 20);
            int nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
            String name = new String(bytes(at + 46, nameLength), StandardCharsets.UTF_8);
            int start = zip.getInt(at + 42);
            int data = start
                    + 30
                    + Short.toUnsignedInt(zip.getShort(start + 26))
                    + Short.toUnsignedInt(zip.getShort(start + 28));
            parts.put(name, content(method, bytes(data, compressed)));
            at += 46
                    + nameLength
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return parts;
    }

    private byte[] bytes(int from, int length) {
        byte[] bytes = new byte[length < 0 || length > zip.limit() ? zip.limit() : length];
        zip.get(from, bytes);
        return bytes;
    }

    private byte[] content(int method, byte[] held) throws IOException, DataFormatException {
        if (method != STORED && method != DEFLATED) {
            throw new IOException("it is packed in a way that Excel does not use");
        }
        byte[] content = method == STORED ? held : inflated(held);
        left -= content.length;
        if (left < 0) {
            throw new IOException("it holds more than a worksheet does");
        }
        return content;
    }

    private byte[] inflated(byte[] held) throws IOException, DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(held);
            byte[] content = new byte[Math.min(left, Math.max(1024, held.length * 4)) + 1];
            int length = 0;
            while (!inflater.finished()) {
                if (length == content.length) {
                    if (length > left) {
                        throw new IOException("it holds more than a worksheet does");
                    }
                    content = Arrays.copyOf(content, (int) Math.min(left + 1L, content.length * 2L));
                }
                int got = inflater.inflate(content, length, content.length - length);
                if (got == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("it is damaged");
                }
                length += got;
            }
            return Arrays.copyOf(content, length);
        } finally {
            inflater.end();
        }
    }
}
