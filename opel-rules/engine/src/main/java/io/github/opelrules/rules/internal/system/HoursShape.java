package io.github.opelrules.rules.internal.system;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.date;
import static io.github.opelrules.rules.internal.format.Scalars.timeOfDay;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Days;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Schema;
import io.github.opelrules.rules.internal.format.Shape;
import io.github.opelrules.rules.internal.format.Values;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Which team staffs which system coordination centre at which hours. */
public final class HoursShape extends Shape<StaffedHours> {

    private static final HoursShape SHAPE = new HoursShape();

    public static final Format<StaffedHours> HOURS = new Format<>(
            "opel.hours/1",
            "the staffed hours",
            "Which team staffs which system coordination centre at which hours",
            SHAPE);

    /** What the own team of each ICB is called. */
    private static final Team OWN = new Team("own");

    private final Key<List<String>> teams = key(
                    "teams",
                    ListForm.of(new Scalar<>("id", "evening-desk", HoursShape::team)
                            .matching("^[a-z0-9]+(-[a-z0-9]+)*$")
                            .with("maxLength", 80)
                            .with("not", Schema.members("const", "own"))))
            .optional()
            .says(
                    "The ids of the teams that have shifts, beside the own teams of the ICBs; another word after by is taken for a slip.");
    private final Key<List<Centre>> centres = key("centres", ListForm.of(new CentreShape(), "a centre"))
            .says(
                    "One entry for each centre. An ICS that is not named has one that its ICB's own team staffs from 08:00 to 18:00 every day.");
    private final Key<List<LocalDate>> bankHolidays = key("bankHolidays", ListForm.of(date("2027-06-07")))
            .optional()
            .says("Bank holidays of England that were proclaimed since this version of the library was made.");

    private HoursShape() {
        super("hours");
    }

    /** The shifts of each centre in a mapping that has other keys beside them. */
    public static Map<OdsCode, List<Shift>> centres(Fields fields, Findings findings) {
        return byIcs(SHAPE.some(fields, findings, SHAPE.teams, SHAPE.centres).usable(SHAPE.centres));
    }

    @Override
    protected StaffedHours make(In in) {
        BankHolidays holidays = BankHolidays.england();
        for (LocalDate day : in.get(bankHolidays)) {
            holidays = holidays.with(day);
        }
        return new StaffedHours(byIcs(in.get(centres)), holidays);
    }

    @Override
    protected void take(StaffedHours hours, Out out) {
        List<Centre> all = new ArrayList<>();
        hours.shifts().forEach((ics, shifts) -> all.add(new Centre(List.of(ics), by(Team.ownOf(ics), OWN, shifts))));
        List<LocalDate> proclaimed = new ArrayList<>(hours.bankHolidays().added());
        proclaimed.removeAll(BankHolidays.england().added());
        List<String> ids = all.stream()
                .flatMap(centre -> centre.shifts().stream())
                .map(shift -> shift.by().id())
                .filter(id -> !id.equals(OWN.id()))
                .distinct()
                .toList();
        out.put(teams, ids).put(centres, all).put(bankHolidays, proclaimed);
    }

    private static Map<OdsCode, List<Shift>> byIcs(List<Centre> all) {
        Map<OdsCode, List<Shift>> shifts = new TreeMap<>();
        all.forEach(centre -> centre.ics().forEach(ics -> shifts.put(ics, by(OWN, Team.ownOf(ics), centre.shifts()))));
        return shifts;
    }

    /** Shifts, with those of one team as those of another. */
    private static List<Shift> by(Team one, Team other, List<Shift> shifts) {
        return shifts.stream()
                .map(shift ->
                        shift.by().equals(one) ? new Shift(other, shift.days(), shift.from(), shift.until()) : shift)
                .toList();
    }

    private static @Nullable String team(Values values, Node node, String name, String example) {
        String id = values.text(node, name, example);
        if (id != null && id.equals(OWN.id())) {
            values.findings()
                    .add(
                            FormCode.UNKNOWN_WORD,
                            node.place(),
                            "\"own\" is always the own team of the ICB. Take it away, or give this team another id.");
            return null;
        }
        if (id != null && !Forms.isId(id)) {
            values.findings()
                    .add(
                            FormCode.BAD_ID,
                            node.place(),
                            Words.quoted(id)
                                    + " is not the id of a team: expected lower-case words joined by hyphens, such"
                                    + " as evening-desk.");
            return null;
        }
        return id;
    }

    private record Centre(List<OdsCode> ics, List<Shift> shifts) {}

    private static final class CentreShape extends Shape<Centre> {

        private final Key<List<OdsCode>> ics = key("ics", ListForm.of(CODE))
                .says("The ODS codes of the ICSs that it serves; each is named once in the file.");
        /** An empty list may be a slip. */
        private final Key<List<Shift>> shifts = key(
                        "shifts", ListForm.of(new ShiftShape(), "a shift").orWord("none"))
                .says(
                        "Its shifts, never those of two teams at one time, or the word none where it is never staffed, so that its actions are always on call.");

        CentreShape() {
            super("centre");
        }

        @Override
        protected void check(In in) {
            List<Shift> known = in.usable(shifts);
            for (int i = 0; i < known.size(); i++) {
                Shift shift = known.get(i);
                Optional<Shift> other =
                        known.subList(0, i).stream().filter(shift::clashesWith).findFirst();
                if (other.isPresent()) {
                    in.wrong(
                            FormCode.SHIFTS_CLASH,
                            in.node(shifts, i).place(),
                            "Two teams are on at once: " + shift + ", and above, " + other.get()
                                    + ". Say who is on: let one of the shifts begin when the other ends.");
                }
            }
            List<OdsCode> codes = in.usable(ics);
            for (int i = 0; i < codes.size(); i++) {
                if (!in.isNew(codes.get(i))) {
                    in.wrong(
                            FormCode.DUPLICATE_CENTRE,
                            in.node(ics, i).place(),
                            "The centre of " + codes.get(i) + " is listed twice. Name it once, with all its shifts.");
                }
            }
        }

        @Override
        protected Centre make(In in) {
            return new Centre(in.get(ics), in.get(shifts));
        }

        @Override
        protected void take(Centre centre, Out out) {
            out.put(ics, centre.ics()).put(shifts, centre.shifts());
        }
    }

    private static final class ShiftShape extends Shape<Shift> {

        private final Key<Team> by =
                key("by", new TeamForm()).says("The id of a team under teams; own is the own team of each ICB.");
        private final Key<Days> days = key("days", word(Days.values(), Days::toString))
                .says(
                        "weekdays: Monday to Friday, except bank holidays. bank-holidays: Monday to Friday, with their substitute days.");
        private final Key<LocalTime> from =
                key("from", timeOfDay("08:00", false)).says("In London.");
        private final Key<LocalTime> until = key("until", timeOfDay("18:00", true))
                .says("The minute after the last. A shift past midnight is written as two.");

        ShiftShape() {
            super("shift");
        }

        @Override
        protected @Nullable Shift make(In in) {
            try {
                return new Shift(in.get(by), in.get(days), in.get(from), in.get(until));
            } catch (IllegalArgumentException e) {
                in.wrong(FormCode.DATES_REVERSED, until, String.valueOf(e.getMessage()));
                return null;
            }
        }

        @Override
        protected void take(Shift shift, Out out) {
            out.put(by, shift.by())
                    .put(days, shift.days())
                    .put(from, shift.from())
                    .put(until, shift.until());
        }
    }

    /** One of the teams that the file names. */
    private static final class TeamForm extends Form<Team> {

        @Override
        public @Nullable Team read(Node node, String name, String example, In in) {
            List<String> known = new ArrayList<>(List.of(OWN.id()));
            known.addAll(in.usable(SHAPE.teams));
            int index = in.values().word(node, name, known);
            return index < 0 ? null : new Team(known.get(index));
        }

        @Override
        public void write(Team team, JsonGenerator json) {
            json.writeString(team.id());
        }

        @Override
        public String example() {
            return OWN.id();
        }

        @Override
        protected String words() {
            return "id of a team";
        }

        @Override
        protected Map<String, Object> schema(Schema schema) {
            return Schema.members("type", "string");
        }
    }
}
