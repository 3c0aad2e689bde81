package io.github.opelrules.framework;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of the OPEL rules.
 *
 * @param id its id, such as {@code nhse-opel-2023-24}
 * @param version the version of its content, {@code MAJOR.MINOR.PATCH}
 * @param title what people call it
 * @param status whether it may score without being asked to
 * @param inForce when it applied nationally
 * @param inForceAssurance how sure those dates are
 * @param source the document that it encodes
 * @param tables how each provider type is scored
 * @param tiers how the levels above the provider are made, or null where it does not say
 * @param protocol what must happen when levels move, or null where it does not say
 * @param digest {@code sha256:} and the digest of the rule files it was loaded from; of an overlay, over its own files and
 *     then those of the framework that it extends
 * @param knownIssues what is known to be open or in conflict about it, each one or more sentences
 * @param local what makes it a local one; null where it is none
 */
public record Framework(
        FrameworkId id,
        String version,
        String title,
        Status status,
        DateRange inForce,
        Assurance inForceAssurance,
        Source source,
        Map<ProviderType, ScoringTable> tables,
        @Nullable TierRules tiers,
        @Nullable Protocol protocol,
        String digest,
        List<String> knownIssues,
        @Nullable Overlay local) {

    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Whether a framework may score. */
    public enum Status {
        /**
         * It is in use in its dates, and no draft. This says nothing of whether anybody read its values in NHS England's
         * publication: their {@linkplain Assurance grades} say that.
         */
        PUBLISHED,
        /** Not enough is known of it; it scores only where the caller allowed drafts. */
        DRAFT;

        /** {@code published} or {@code draft}. */
        @Override
        public String toString() {
            return this == PUBLISHED ? "published" : "draft";
        }
    }

    /** @throws IllegalArgumentException if the version, the title, the tables or the digest are not of their form */
    public Framework {
        if (!isVersion(version)) {
            throw new IllegalArgumentException(
                    "\"" + version + "\" is not a content version: expected MAJOR.MINOR.PATCH, such as 1.0.0");
        }
        if (title.isBlank() || tables.isEmpty()) {
            throw new IllegalArgumentException("Framework " + id + " needs a title and at least one provider type");
        }
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException(
                    "\"" + digest + "\" is not a digest: expected sha256: and 64 hex digits");
        }
        knownIssues = List.copyOf(knownIssues);
        tables = Collections.unmodifiableMap(new EnumMap<>(tables));
        tables.forEach((type, table) -> {
            if (type != table.providerType()) {
                throw new IllegalArgumentException("The table of " + table.providerType() + " stands under " + type);
            }
        });
    }

    /** A framework that is no overlay, says nothing of tiers and of escalation, and has no known issues. */
    public Framework(
            FrameworkId id,
            String version,
            String title,
            Status status,
            DateRange inForce,
            Assurance inForceAssurance,
            Source source,
            Map<ProviderType, ScoringTable> tables,
            String digest) {
        this(
                id,
                version,
                title,
                status,
                inForce,
                inForceAssurance,
                source,
                tables,
                null,
                null,
                digest,
                List.of(),
                null);
    }

    /** Whether a text is of the form {@code MAJOR.MINOR.PATCH}, three whole numbers without zeros in front. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /** Whether this framework scores only where the caller allowed drafts. */
    public boolean isDraft() {
        return status == Status.DRAFT;
    }

    /** How this framework scores a provider type, if it does. */
    public Optional<ScoringTable> table(ProviderType providerType) {
        return Optional.ofNullable(tables.get(providerType));
    }

    /**
     * How old a report, or a level that people declare, may be to count: in a system, in an escalation, and where a replay holds
     * levels against declared ones. Its tiers say so; where it has none, {@linkplain TierRules#ASSUMED_MAX_AGE a day} is assumed.
     */
    public Limit<Duration> maxAge() {
        return tiers == null ? TierRules.ASSUMED_MAX_AGE : tiers.maxAge();
    }

    /** The rules of its protocol; none where it has none. */
    public List<ProtocolRule> protocolRules() {
        return protocol == null ? List.of() : protocol.rules();
    }

    /** What makes it a local framework: what it extends, whose it is, and where it departs; empty where it is none. */
    public Optional<Overlay> overlay() {
        return Optional.ofNullable(local);
    }

    /** Where it departs from the national rules; empty where it does not. */
    public List<Deviation> deviations() {
        return local == null ? List.of() : local.deviations();
    }

    /** Where the scoring of a provider type departs from the national rules; empty where it does not. */
    public List<Deviation> deviations(ProviderType providerType) {
        return deviations().stream()
                .filter(deviation -> deviation.providerType() == providerType)
                .toList();
    }

    /** {@code nhse-opel-2023-24 1.1.0}. */
    @Override
    public String toString() {
        return id + " " + version;
    }
}
