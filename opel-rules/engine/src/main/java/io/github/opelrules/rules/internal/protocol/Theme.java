package io.github.opelrules.rules.internal.protocol;

/** What sentences are about, and when to use which. */
public enum Theme {
    /** The level of the unit itself. */
    LEVELS(
            "Levels of one unit",
            "\"enters\" is so once, at the moment at which the level in force gets there; what follows stays to be done until it is"
                    + " done or stood down. \"is at\" is so as long as the level lasts, and its actions are stood down when"
                    + " it is over. \"has been at … for\" waits before it speaks."),
    /** Several units together. */
    SYSTEMS(
            "Parts of a system, what a unit belongs to, and neighbours",
            "These look from an ICS, region or the nation at what is in it, or from a unit at what it is in. The rule is of"
                    + " the whole where it counts parts."),
    /** Readings. */
    READINGS(
            "Readings of one parameter",
            "These follow one number, whatever the level is. They are so only where every value that the reading may have is"
                    + " above or below; what is missing is neither. \"is missing\" and \"is stale\" ask for the reading"
                    + " itself."),
    /** Reports. */
    REPORTS("Reports that do not come", "A provider that is scored and has sent nothing for so long."),
    /** Notices. */
    NOTICES("Notices", "What people have announced for a unit, or for what it belongs to."),
    /** Staffed hours. */
    SCC("Whether the SCC is staffed", "By the hours of its ICS; a unit that belongs to no ICS counts as staffed."),
    /** Actions. */
    ACTIONS(
            "Actions that nobody takes up or does",
            "These speak of an action that another rule gives, by the id of that rule."),
    /** What somebody must do. */
    WORK(
            "What somebody must do",
            "\"must\" is for what has to be done; \"must consider\" is for what people decide. Each has a time."),
    /** Who is told. */
    NEWS("Who is told", "Nobody has to answer. \"by exception\" is for what is out of the ordinary."),
    /** What ends, and what is proposed. */
    ENDS(
            "What is stood down or proposed",
            "An action that another rule gave ends, or neighbours that could help are named."),
    /** The source. */
    SOURCE("Where a rule comes from", "Every rule ends with it: the document, the place in it, and how sure that is.");

    private final String title;
    private final String use;

    Theme(String title, String use) {
        this.title = title;
        this.use = use;
    }

    /** What its sentences are about. */
    public String title() {
        return title;
    }

    /** When to use which of them. */
    public String use() {
        return use;
    }
}
