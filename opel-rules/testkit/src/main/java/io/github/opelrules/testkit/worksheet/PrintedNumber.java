package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as documents print them and Excel shows them. */
final class PrintedNumber {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d{1,6})?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d{1,9},\\d{1,6}");

    private PrintedNumber() {}

    /**
     * The number.
     *
     * @param text in plain words
     * @param decimalCommas whether a comma stands before decimals, as in a file whose columns a semicolon parts
     * @throws IllegalArgumentException if it is none, or can be two; the message says what was found, and what to do
     */
    static BigDecimal parse(String text, boolean decimalCommas) {
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        boolean grouped = GROUPED.matcher(text).matches();
        if (decimalCommas && WITH_COMMA.matcher(text).matches()) {
            if (grouped) {
                throw new IllegalArgumentException(
                        Words.quoted(text) + " can be " + text.replace(",", "") + " or " + text.replace(',', '.')
                                + ". Write it with a point before decimals, and nothing between thousands.");
            }
            return new BigDecimal(text.replace(',', '.'));
        }
        if (grouped && !decimalCommas) {
            return new BigDecimal(text.replace(",", ""));
        }
        throw new IllegalArgumentException(Words.quoted(text) + " is no number."
                + (WITH_COMMA.matcher(text).matches()
                        ? " Write a point before decimals: \"" + text.replace(',', '.') + "\"."
                        : " Expected digits, with a point before decimals, such as 15 or 15.5."));
    }
}
