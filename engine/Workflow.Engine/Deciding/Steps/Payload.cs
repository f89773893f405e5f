using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Checks what somebody entered against the fields, documents and reasons that a step asks for.</summary>
internal static class Payload
{
    /// <summary>The longest text taken, in characters: the same for reasons, opinions and text fields without a bound.</summary>
    internal const int LongestText = 4_000;

    /// <summary>Checks values against fields: unknown ones, missing ones, and each value's type and bounds.</summary>
    internal static Refusal? Fields(ProcessDefinition definition, IReadOnlyList<Field> fields, ImmutableSortedDictionary<string, FieldValue> values, string where, IValues seen)
    {
        if (values.Keys.FirstOrDefault(k => fields.All(f => f.Id != k)) is { } unknown)
            return new Refusal("field.unknown", $"Expected only fields of {where}, but '{unknown}' is none.", fields.Count == 0 ? "nothing is asked here" : $"it asks for {string.Join(", ", fields.Select(f => f.Id))}");
        foreach (var field in fields)
        {
            var value = values.GetValueOrDefault(field.Id);
            if (value is null && field.RequiredWhen is { } when && Evaluation.IsTrue(when, seen))
                return new Refusal("field.missing", $"Expected {Quoted.Field(field)} of {where}, but it is missing.");
            if (value is not null && FieldChecks.Check(field, value) is { } wrong)
                return new Refusal("field.invalid", $"Expected {Quoted.Field(field)} of {where} {wrong}");
            if (field.Type == FieldType.Office && value is TextValue named && definition.Offices.All(o => o.Key != named.Text))
                return new Refusal("field.invalid", $"Expected {Quoted.Field(field)} of {where} to be an office of the process, but it is '{named.Text}'.", $"one of {string.Join(", ", definition.Offices.Select(o => o.Key))}");
        }

        return null;
    }

    /// <summary>Checks reasons: present where they must be, and not longer than is kept.</summary>
    internal static Refusal? Reasons(OutcomeRule outcome, string? reasons)
    {
        if (outcome.ReasonsRequired && string.IsNullOrWhiteSpace(reasons))
            return new Refusal("step.reasons_missing", $"Expected reasons for {outcome.Title}, but there are none.");
        return reasons?.Length > LongestText ? new Refusal("step.reasons_too_long", $"Expected at most {LongestText} characters of reasons, but there are {reasons.Length}.") : null;
    }

    /// <summary>Checks the numbers entered for the documents that an outcome issues.</summary>
    internal static Refusal? Numbers(ProcessDefinition definition, OutcomeRule outcome, ImmutableSortedDictionary<string, string> numbers)
    {
        if (numbers.Keys.FirstOrDefault(k => !outcome.Issues.Contains(k)) is { } stray)
            return new Refusal("document.not_issued", $"Expected numbers only for what {outcome.Title} issues, but '{stray}' is not among it.");
        foreach (var document in definition.Documents.Where(d => outcome.Issues.Contains(d.Id)))
            if (Number(document, numbers.GetValueOrDefault(document.Id)) is { } refusal)
                return refusal;
        return null;
    }

    /// <summary>Checks one entered number; null where the document's number is not entered.</summary>
    internal static Refusal? Number(DocumentType document, string? number)
    {
        var entered = document.Number.Kind is NumberKind.Entered or NumberKind.OrganisationCode or NumberKind.SocialCreditCode;
        if (!entered) return number is null ? null : new Refusal("document.number_not_entered", $"Expected {document.Title} to get its number from its series, but '{number}' was entered.");
        if (string.IsNullOrWhiteSpace(number)) return new Refusal("document.number_missing", $"Expected the number of {document.Title} ('{document.Id}'), but it is missing.");
        if (number.Length > 64) return new Refusal("document.number_invalid", $"Expected the number of {document.Title} in at most 64 characters, but it has {number.Length}.");
        var wrong = document.Number.Kind switch
        {
            NumberKind.OrganisationCode => OrganisationCode.Check(number),
            NumberKind.SocialCreditCode => SocialCreditCode.Check(number),
            _ => null,
        };
        return wrong is null ? null : new Refusal("document.number_invalid", wrong);
    }
}
