using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Acting;

/// <summary>How the fields of a definition are filled in.</summary>
/// <param name="process">The definition.</param>
/// <param name="words">The language of titles.</param>
internal sealed class FieldInputs(PublishedProcess process, Words words)
{
    /// <summary>Texts that may be longer than this are written over several lines.</summary>
    private const int LineLength = 120;

    /// <summary>The input of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="within">The member of the body that holds it, with its dot.</param>
    internal FormInput Of(Field field, string within) =>
        new($"{within}{field.Id}", words.Title(field.Words()), Kind(field), IsAlways(field.RequiredWhen))
        {
            Options = Options(field),
            Least = field.Min,
            Most = field.Max,
            Unit = field.Unit,
            Personal = field.Personal,
            Files = field.File is { } files ? new FormFiles(files.Kinds, files.Largest, files.Many) : null,
            Columns = [.. field.Columns.Select(c => Of(c, ""))],
        };

    // A condition cannot be judged before the rest is filled in; the engine reports it under the field's name.
    private static bool IsAlways(Expression? required) => required is Literal { Value: TruthValue { Yes: true } };

    private static InputKind Kind(Field field) =>
        field.Type switch
        {
            FieldType.Text when field.File is not null => InputKind.Line,
            FieldType.Text => field.Max is <= LineLength ? InputKind.Line : InputKind.Passage,
            FieldType.SocialCreditCode or FieldType.OrganisationCode or FieldType.ResidentNumber => InputKind.Line,
            FieldType.Number => InputKind.Number,
            FieldType.Date => InputKind.Day,
            FieldType.Choice or FieldType.Office => InputKind.Choice,
            FieldType.YesNo => InputKind.YesNo,
            FieldType.Rows => InputKind.Table,
            _ => throw new UnreachableException($"No input for {field.Type}."),
        };

    private ImmutableArray<FormOption> Options(Field field) =>
        field.Type switch
        {
            FieldType.Choice => [.. field.Options.Select(o => new FormOption(o, words.Title(field.OptionName(o))))],
            FieldType.Office => [.. process.Definition.Offices.Select(o => new FormOption(o.Key, words.Title(o.Words())))],
            FieldType.YesNo => [new FormOption("true", words["page.yes"]), new FormOption("false", words["page.no"])],
            FieldType.Text
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber
            or FieldType.Number
            or FieldType.Date
            or FieldType.Rows => [],
            _ => throw new UnreachableException($"No options for {field.Type}."),
        };
}
