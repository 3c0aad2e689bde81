package io.github.opelrules.rules.internal.json;

import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.tier.SystemAssessment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what an escalation learns in one step. */
final class EscalationInputsWriter {

    private static final ListForm<Notice> NOTICES =
            ListForm.of(NoticeShape.NOTICE).orEmpty();
    private static final ListForm<ActionReply> REPLIES =
            ListForm.of(ReplyShape.REPLY).orEmpty();

    private final JsonGenerator json;
    private final SystemInputsWriter systems;

    EscalationInputsWriter(JsonGenerator json) {
        this.json = json;
        this.systems = new SystemInputsWriter(json);
    }

    void inputs(EscalationInputs inputs) {
        systems.hierarchy(inputs.hierarchy());
        hours(inputs.hours());
        systems.assessments(inputs.assessments());
        systems(inputs.systems());
        systems.declarations(inputs.declarations());
        json.writeName("notices");
        NOTICES.write(List.copyOf(inputs.notices()), json);
        json.writeName("replies");
        REPLIES.write(List.copyOf(inputs.replies()), json);
        json.writeArrayPropertyStart("aidAskedFor");
        inputs.aidAskedFor().stream().sorted().forEach(code -> json.writeString(code.value()));
        json.writeEndArray();
        json.writeStringProperty("clockTolerance", inputs.clockTolerance().toString());
    }

    /** All the bank holidays that do not come every year, where a file names those alone that were proclaimed of late. */
    private void hours(StaffedHours hours) {
        json.writeObjectPropertyStart("hours");
        json.writeArrayPropertyStart("centres");
        hours.shifts().forEach(this::centre);
        json.writeEndArray();
        BankHolidays holidays = hours.bankHolidays();
        json.writeObjectPropertyStart("bankHolidays");
        days("added", holidays.added());
        days("moved", holidays.moved());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void centre(OdsCode ics, List<StaffedHours.Shift> shifts) {
        json.writeStartObject();
        json.writeStringProperty("ics", ics.value());
        json.writeArrayPropertyStart("shifts");
        for (StaffedHours.Shift shift : shifts) {
            json.writeStartObject();
            json.writeStringProperty("by", shift.by().id());
            json.writeStringProperty("days", shift.days().toString());
            json.writeStringProperty("from", shift.from().toString());
            json.writeStringProperty("until", shift.until().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void days(String key, Collection<LocalDate> days) {
        json.writeArrayPropertyStart(key);
        days.forEach(day -> json.writeString(day.toString()));
        json.writeEndArray();
    }

    /** What the levels of each system were made from; who belonged to whom is the same in all of them. */
    private void systems(Collection<SystemAssessment> all) {
        json.writeArrayPropertyStart("systems");
        for (SystemAssessment system : all) {
            json.writeStartObject();
            json.writeStringProperty("at", system.at().toString());
            json.writeName("frameworks");
            FrameworkShape.BY_UNIT.write(system.frameworks(), json);
            systems.assessments(system.assessments());
            systems.declarations(system.declarations());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
