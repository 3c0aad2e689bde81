package io.github.opelrules.assess;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** The data of one statement: a map that cannot change, in the order in which it was filled, and too small for a hash table. */
final class Data extends AbstractMap<String, String> {

    private final String[] pairs;

    /** @param pairs each key once, followed by its value */
    Data(List<String> pairs) {
        this.pairs = pairs.toArray(new String[0]);
    }

    static Data copyOf(Map<String, String> data) {
        if (data instanceof Data same) {
            return same;
        }
        List<String> pairs = new ArrayList<>(2 * data.size());
        data.forEach((key, value) -> pairs.addAll(List.of(key, value)));
        return new Data(pairs);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return IntStream.range(0, size())
                        .mapToObj(i -> Map.entry(pairs[2 * i], pairs[2 * i + 1]))
                        .iterator();
            }

            @Override
            public int size() {
                return pairs.length / 2;
            }
        };
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }
}
