using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>What somebody is asked to enter.</summary>
/// <param name="Where">The step, or the form.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Seen">What the conditions of the fields are asked of.</param>
internal sealed record AskedFields(NameValue Where, IReadOnlyList<Field> Fields, IValues Seen)
{
    /// <summary>The files that fields may name.</summary>
    internal ImmutableArray<FileAttached> Files { get; init; } = [];

    /// <param name="look">The decision.</param>
    /// <param name="step">The key of the step.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="entered">What the act enters: whether one field is needed may depend on another.</param>
    internal static AskedFields At(
        CaseLook look,
        string step,
        IReadOnlyList<Field> fields,
        ImmutableSortedDictionary<string, FieldValue> entered
    ) => new(Naming.Step(look, step), fields, look.Recording(step, entered)) { Files = FileFields.Seen(look) };
}

/// <summary>Checks what somebody entered against the fields, documents and reasons that a step asks for.</summary>
internal static class Payload
{
    /// <summary>The longest text taken, in characters: the same for reasons, opinions and text fields without a bound.</summary>
    internal const int LongestText = 4_000;

    private const int LongestNumber = 64;

    /// <summary>Checks values against fields: unknown ones, missing ones, and each value's type and bounds.</summary>
    internal static Refusal? Fields(
        ProcessDefinition definition,
        AskedFields asked,
        ImmutableSortedDictionary<string, FieldValue> values
    ) =>
        values.Keys.FirstOrDefault(k => asked.Fields.All(f => f.Id != k)) is { } unknown
            ? FieldRefusals.Unknown(asked.Where, unknown, [.. asked.Fields.Select(Naming.Field)])
            : asked.Fields.Select(f => Check(definition, asked, f, values.GetValueOrDefault(f.Id))).FirstOrDefault(r => r is not null);

    private static Refusal? Check(ProcessDefinition definition, AskedFields asked, Field field, FieldValue? value)
    {
        if (FieldChecks.IsMissing(value) && IsRequired(field, asked.Seen))
            return FieldRefusals.Missing(asked.Where, Naming.Field(field));
        if (value is null)
            return null;
        return
            (FieldChecks.Check(field, value) ?? NoOffice(definition, field, value) ?? FileFields.Check(field, value, asked.Files))
                is { } wrong
            ? FieldRefusals.Invalid(asked.Where, Naming.Field(field), wrong)
            : null;
    }

    private static bool IsRequired(Field field, IValues seen) => field.RequiredWhen is { } when && Evaluation.IsTrue(when, seen);

    private static Message? NoOffice(ProcessDefinition definition, Field field, FieldValue value) =>
        field.Type == FieldType.Office && value is TextValue named && definition.Offices.All(o => o.Key != named.Text)
            ? FieldFaults.NoOffice(named.Text, definition.Offices.Select(Naming.Office))
            : null;

    /// <summary>Checks reasons: present where they must be, and not longer than is kept.</summary>
    internal static Refusal? Reasons(OutcomeRule outcome, string? reasons) =>
        outcome.ReasonsRequired && PlainText.IsBlank(reasons)
            ? StepRefusals.ReasonsMissing(StepRefusals.AnOutcome(Naming.Outcome(outcome)))
            : NotTooLong(reasons);

    /// <summary>Refuses reasons that are longer than is kept.</summary>
    internal static Refusal? NotTooLong(string? reasons) =>
        reasons?.Length > LongestText ? StepRefusals.ReasonsTooLong(LongestText, reasons.Length) : null;

    /// <summary>Checks the numbers entered for the documents that an outcome issues.</summary>
    internal static Refusal? Numbers(ProcessDefinition definition, OutcomeRule outcome, IReadOnlyDictionary<string, string> numbers) =>
        numbers.Keys.FirstOrDefault(k => !outcome.Issues.Contains(k)) is { } stray
            ? DocumentRefusals.NotIssued(Naming.Outcome(outcome), Naming.Document(definition, stray))
            : definition
                .Documents.Where(d => outcome.Issues.Contains(d.Id))
                .Select(d => Number(d, numbers.GetValueOrDefault(d.Id)))
                .FirstOrDefault(r => r is not null);

    /// <summary>Checks one entered number; null where the document's number is not entered.</summary>
    internal static Refusal? Number(DocumentType document, string? number)
    {
        var name = Naming.Document(document);
        if (!IsEntered(document.Number))
            return number is null ? null : DocumentRefusals.NumberNotEntered(name, number);
        if (PlainText.IsBlank(number))
            return DocumentRefusals.NumberMissing(name);
        return Wrong(document.Number, number) is { } wrong ? DocumentRefusals.NumberInvalid(name, wrong) : null;
    }

    private static bool IsEntered(NumberRule rule) =>
        rule.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode;

    private static bool Begins(string number) =>
        char.IsLetterOrDigit(number[0]) || "〔（【［([".Contains(number[0], StringComparison.Ordinal);

    private static Message? Wrong(NumberRule rule, string number) =>
        number.Length > LongestNumber ? FieldFaults.TooLong(LongestNumber, number.Length)
        : !PlainText.IsLine(number) ? FieldFaults.NotALine()
        : !Begins(number.TrimStart()) ? FieldFaults.Beginning(number.TrimStart()[..1])
        : rule.Kind switch
        {
            NumberKind.OrganisationCode => FieldFaults.Code(OrganisationCode.Check(number)),
            NumberKind.SocialCreditCode => FieldFaults.Code(SocialCreditCode.Check(number)),
            NumberKind.None or NumberKind.Series or NumberKind.Entered => null,
            _ => throw new UnreachableException($"No answer for {rule.Kind}."),
        };
}
