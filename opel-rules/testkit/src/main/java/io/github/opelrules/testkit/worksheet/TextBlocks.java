package io.github.opelrules.testkit.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule file in blocks: the keys at its top, the entries of a list, the rules of a protocol. A comment belongs to what it stands
 * directly before. The texts of all blocks, one after another, are the file.
 */
final class TextBlocks {

    private static final Pattern KEY = Pattern.compile("([A-Za-z]+):.*");
    private static final Pattern ID = Pattern.compile("\\s*(?:- )?\\s*id:\\s*[\"']?([a-z0-9-]+)[\"']?\\s*(?:#.*)?");
    private static final Pattern RULE = Pattern.compile("rule +\"(\\S+).*");

    private TextBlocks() {}

    /**
     * Part of a file.
     *
     * @param key what it is called; nothing for what stands before the first
     * @param text its text, to the beginning of the next
     */
    record Block(String key, String text) {}

    /** The keys at the top of a YAML file. */
    static List<Block> keys(String yaml) {
        return split(yaml, line -> {
            Matcher key = KEY.matcher(line);
            return key.matches() ? key.group(1) : "";
        });
    }

    /** The entries of a list whose entries are mappings with an id; what stands before the first comes first. */
    static List<Block> entries(String list) {
        Matcher first = Pattern.compile("(?m)^( *)- ").matcher(list);
        String begin = first.find() ? first.group(1) + "- " : "- ";
        List<Block> entries = new ArrayList<>();
        for (Block block : split(list, line -> line.startsWith(begin) ? begin : "")) {
            String id = "";
            for (String line : block.text().split("\n", -1)) {
                Matcher of = ID.matcher(line);
                if (id.isEmpty() && !block.key().isEmpty() && of.matches()) {
                    id = of.group(1);
                }
            }
            entries.add(new Block(id, block.text()));
        }
        return entries;
    }

    /** The rules of a protocol, by their ids. */
    static List<Block> rules(String protocol) {
        return split(protocol, line -> {
            Matcher rule = RULE.matcher(line);
            return rule.matches() ? rule.group(1) : "";
        });
    }

    /** @param begins the key of the block that a line begins; nothing where it begins none */
    private static List<Block> split(String text, Function<String, String> begins) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        StringBuilder comments = new StringBuilder();
        String key = "";
        for (String line : text.split("(?<=\n)", -1)) {
            String begun = begins.apply(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
            if (!begun.isEmpty()) {
                if (block.length() > 0 || !key.isEmpty()) {
                    blocks.add(new Block(key, block.toString()));
                }
                block.setLength(0);
                block.append(comments).append(line);
                comments.setLength(0);
                key = begun;
            } else if (line.stripLeading().startsWith("#")) {
                comments.append(line);
            } else {
                block.append(comments).append(line);
                comments.setLength(0);
            }
        }
        blocks.add(new Block(key, block.append(comments).toString()));
        return blocks;
    }
}
