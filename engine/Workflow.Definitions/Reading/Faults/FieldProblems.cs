using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Faults;

/// <summary>What is wrong with fields, documents and materials.</summary>
internal static class FieldProblems
{
    public static Message NoOptionsInShort(string field) => new("field.incomplete", ("field", field));

    public static Message NoColumnsInShort(string field) => new("field.no_columns", ("field", field));

    public static Message NoOptions(string field) => new("field.no_options", ("field", field));

    public static Message AheadElsewhere(string field) => new("field.ahead", ("field", field));

    public static Message BoundElsewhere(string field, string key) => new("field.bound_elsewhere", ("field", field), ("key", key));

    public static Message BoundUnseen(string field, string key) => new("field.bound_unseen", ("field", field), ("key", key));

    public static Message BoundOfForm(string field) => new("field.bound_of_form", ("field", field));

    public static Message NumberBound(string field, string key) => new("field.number_bound", ("field", field), ("key", key));

    public static Message OptionsElsewhere(string field) => new("field.options", ("field", field));

    public static Message OptionTwice(string field) => new("field.option_twice", ("field", field));

    public static Message Columns(string field, int found) => new("field.columns", ("field", field), ("found", found));

    public static Message Nested(string field) => new("field.nested", ("field", field));

    public static Message Bounds(string least, string most) => new("field.bounds", ("least", least), ("most", most));

    public static Message AskedTwice(string step, string field, string outcome) =>
        new("field.duplicate", ("step", step), ("field", field), ("outcome", outcome));

    public static Message Number(string found) => new("document.number", ("found", found), ("example", NumberExample));

    private const string NumberExample = "受字〔<year>〕<serial>号";

    public static Message FileTerms(string field, string key) => new("field.file_terms", ("field", field), ("key", key));

    public static Message FileInForm(string field) => new("field.file_in_form", ("field", field));

    public static Message FilePersonal(string field) => new("field.file_personal", ("field", field));

    public static Message FileKind(string found) => new("field.file_ending", ("found", found));

    public static Message OrganRemedies() => new("document.organ_remedies");

    public static Message Validity(Message found) => new("document.validity", ("found", found));

    public static Message FilingPlace(string type, IEnumerable<string> places, string found, Message? way) =>
        new Message("filing.unknown_place", ("type", type), ("places", MessageValue.List(places)), ("found", found)).With(way);

    public static Message Expiry(string material, string step) => new("material.on_expiry", ("material", material), ("step", step));

    public static Message PromiseOfShare(string material, string share) =>
        new("material.promise_of_share", ("material", material), ("share", share));

    public static Message NeverChecked(string material) => new("material.never_checked", ("material", material));

    public static Message DayField(string field, Message reason, Message? way) =>
        new Message("moment.day_field", ("field", field), ("reason", reason)).With(way);

    public static Message ServeField(Message what, string field, Message reason) =>
        new("serve.field", ("what", what), ("field", field), ("reason", reason));

    public static Message NoWayOfService(Message what, Message found, Message? way) =>
        new Message("serve.no_way", ("what", what), ("found", found)).With(way);
}
