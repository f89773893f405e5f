using System.Diagnostics;
using Workflow.Definitions.Expressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>Looks up what a name in a condition means.</summary>
internal sealed class NameFinder(Scope scope)
{
    private const string MaterialWord = "material";
    private const string ValidUntil = "valid-until";

    // A step or a moment of that name keeps it.
    private const string RemediesWord = "remedies";

    private Symbols Known => scope.Walk.Known;

    public Typed? Find(NameTerm name)
    {
        var first = scope.Arguments.GetValueOrDefault(name.Parts[0], name.Parts[0]);
        return name.Parts.Count switch
        {
            1 => Single(name, first),
            2 when first == "form" => Form(name),
            2 => StepField(name, first) ?? Document(name, first) ?? Material(name, first) ?? Validity(name, first),
            3 when first == MaterialWord && scope.Step(first) is null => MaterialUntil(name),
            _ => null,
        };
    }

    public IEnumerable<string> Like(NameTerm name)
    {
        var first = name.Parts[0];
        if (name.Parts.Count == 1)
            return scope.StepNames.Concat(scope.MomentNames);
        return Below(first)?.Select(n => $"{first}.{n}")
            ?? scope.StepNames.Concat(Known.Documents).Append("form").Select(n => $"{n}.{name.Parts[^1]}");
    }

    // What may follow a first word; null where it names nothing. One word may name a step and a document.
    private IEnumerable<string>? Below(string first)
    {
        if (first == MaterialWord && scope.Step(first) is null)
            return Known.Materials;
        if (first == "form")
            return Known.Form.Keys;
        string[] number =
            !Known.Documents.Contains(first) ? []
            : Known.Dated.Contains(first) ? ["number", ValidUntil]
            : ["number"];
        return scope.Step(first) is { } step ? step.Fields.Keys.Concat(number)
            : number.Length > 0 ? number
            : null;
    }

    /// <summary>Why a name that speaks of a row means nothing here.</summary>
    public Message? Fault(NameTerm name) =>
        RowNames.IsOfRow(scope, name)
            ? ConditionProblems.RowElsewhere(
                name.Text,
                scope.Step(name.Parts[1]) is null ? Ways.OncePerRow : Ways.WholeStep(string.Join('.', name.Parts.Skip(1)))
            )
            : null;

    private Typed? Single(NameTerm name, string written)
    {
        if (scope.Step(written) is { } step)
            return new Typed(name, new OutcomeOf(step.Id), ValueKind.Text, Things.OutcomeOf(name.Text), step.Outcomes);
        if (scope.Moment(written) is { } moment)
            return new Typed(name, new MomentDay(moment), ValueKind.Moment, Things.TheMoment(name.Text));
        return written == RemediesWord ? new Typed(name, new RemedyOrder(), ValueKind.Text, Things.OrderOfRemedies, RemedyWords.All) : null;
    }

    private Typed? Form(NameTerm name) =>
        Known.Form.TryGetValue(name.Parts[1], out var field) ? Field(name, field, new FormField(field.Id)) : null;

    private Typed? StepField(NameTerm name, string first) =>
        scope.Step(first) is { } step && step.Fields.TryGetValue(name.Parts[1], out var field)
            ? Field(name, field, new StepField(step.Id, field.Id))
            : null;

    private Typed? Document(NameTerm name, string document) =>
        name.Parts[1] == "number" && Known.Documents.Contains(document)
            ? new Typed(name, new DocumentNumber(document), ValueKind.Text, Things.Quoted(name.Text))
            : null;

    /// <summary>The name of a material, where it stands beside those of documents.</summary>
    public static string OfMaterial(string material) => $"{MaterialWord}.{material}";

    private Typed? Validity(NameTerm name, string document) =>
        name.Parts[1] == ValidUntil && Known.Dated.Contains(document)
            ? new Typed(name, new DocumentValidity(document), ValueKind.Date, Things.Quoted(name.Text))
            : null;

    private Typed? MaterialUntil(NameTerm name) =>
        name.Parts[2] == ValidUntil && Known.Dated.Contains(OfMaterial(name.Parts[1]))
            ? new Typed(name, new MaterialValidity(name.Parts[1]), ValueKind.Date, Things.Quoted(name.Text))
            : null;

    private Typed? Material(NameTerm name, string word) =>
        word == MaterialWord && Known.Materials.Contains(name.Parts[1])
            ? new Typed(name, new MaterialStanding(name.Parts[1]), ValueKind.Text, Things.HowItStands(name.Text), [.. Standings.Words])
            : null;

    /// <summary>What a field gives, by its type.</summary>
    public Typed Field(NameTerm name, Field field, Expression expression) =>
        field.Type switch
        {
            FieldType.Choice => new Typed(name, expression, ValueKind.Text, Things.OptionOf(name.Text), field.Options),
            FieldType.Office => new Typed(name, expression, ValueKind.Text, Things.OfficeFor(name.Text), Known.Offices.Keys),
            FieldType.Text
            or FieldType.Number
            or FieldType.Date
            or FieldType.YesNo
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber
            or FieldType.Rows => new Typed(name, expression, Kind(field.Type), Things.Quoted(name.Text)),
            _ => throw new UnreachableException($"No answer for {field.Type}."),
        };

    private static ValueKind Kind(FieldType type) =>
        type switch
        {
            FieldType.Number => ValueKind.Number,
            FieldType.Date => ValueKind.Date,
            FieldType.YesNo => ValueKind.Truth,
            FieldType.Rows => ValueKind.Rows,
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber => ValueKind.Text,
            _ => throw new UnreachableException($"No answer for {type}."),
        };
}
