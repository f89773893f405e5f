using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Wording;

namespace Workflow.Host.Acting;

/// <summary>An action of a case that somebody wants to fill in.</summary>
/// <param name="Action">The command's name.</param>
/// <param name="Target">What it is about; null for the case.</param>
/// <param name="Choice">The outcome, the vote, the step to return to or the ground; null where there is none.</param>
public sealed record AskedAction(string Action, string? Target, string? Choice);

/// <summary>What actions ask of whoever acts; <see cref="ActionRows"/> says which asks what.</summary>
/// <param name="process">The definition of the case.</param>
/// <param name="state">The case.</param>
/// <param name="words">The language of titles.</param>
/// <param name="nameOf">What a person is called, by their id.</param>
internal sealed class ActionForms(PublishedProcess process, CaseState state, Words words, Func<string, string> nameOf)
{
    private readonly FieldInputs _fields = new(process, words);

    /// <summary>Returns what an action asks.</summary>
    /// <exception cref="RequestRefusedException">It is none that is filled in.</exception>
    internal ActionForm Of(AskedAction asked) =>
        ActionRows.Of(asked.Action).Asks is { } inputs
            ? new ActionForm(asked.Action, asked.Target, asked.Choice, [.. inputs(this, asked)])
            : throw ActionRows.Unknown(asked.Action);

    internal IEnumerable<FormInput> Complete(AskedAction asked)
    {
        if (
            process.Find(asked.Target ?? "") is not WorkNode node
            || node.Outcomes.FirstOrDefault(o => o.Id == asked.Choice) is not { } outcome
        )
            return [];
        return
        [
            .. Fields(new FieldsAsked(asked.Target, asked.Choice)),
            .. node.ChecksMaterials ? Materials() : [],
            .. Numbers(outcome.Issues),
            .. node is StepNode { Officers: > 1 } ? [Input("with", InputKind.People, true)] : Array.Empty<FormInput>(),
            Passage("reasons", outcome.ReasonsRequired),
        ];
    }

    internal IEnumerable<FormInput> Answer(AskedAction asked)
    {
        if (process.Find(asked.Target ?? "") is not JointNode joint)
            return [];
        var issues = joint.Outcomes.Where(o => o.Id == asked.Choice).SelectMany(o => o.Issues);
        return
        [
            .. Fields(new FieldsAsked(asked.Target, asked.Choice)),
            // The deciding answer enters the number, and nobody knows beforehand which one that is.
            .. Numbers(issues).Select(n => n with { Required = false }),
            Passage("opinion", joint.Outcomes.Any(o => o.Id == asked.Choice && o.ReasonsRequired)),
        ];
    }

    private IEnumerable<FormInput> Fields(FieldsAsked asked) => asked.In(process).Select(f => _fields.Of(f, "fields."));

    internal IEnumerable<FormInput> Form() =>
        process.Definition.Form.Where(f => f.Type != FieldType.Rows).Select(f => _fields.Of(f, "fields.") with { Required = false });

    private IEnumerable<FormInput> Numbers(IEnumerable<string> issues) =>
        from document in process.Definition.Documents
        where issues.Contains(document.Id) && document.Number.Kind is not (NumberKind.None or NumberKind.Series)
        select new FormInput($"numbers.{document.Id}", words.Say("page.number-of", words.Title(document.Words())), InputKind.Line, true);

    private IEnumerable<FormInput> Materials() =>
        [
            Input("materials", InputKind.Several, false) with
            {
                Options =
                [
                    .. process.Definition.Materials.Select(m => new FormOption(
                        m.Id,
                        words.Title(m.Words()),
                        state.Materials.Contains(m.Id)
                    )),
                ],
            },
            .. process
                .Definition.Materials.Where(m => m.Dated)
                .Select(m => new FormInput(
                    $"validUntil.{m.Id}",
                    words.Say("page.valid-until-of", words.Title(m.Words())),
                    InputKind.Day,
                    false
                )),
            .. process
                .Definition.Materials.Where(m => m.Promise is not null)
                .Select(m => new FormInput(
                    $"promised.{m.Id}",
                    words.Say("page.promise-of", words.Title(m.Words())),
                    InputKind.Line,
                    false
                )),
        ];

    internal IEnumerable<FormInput> Validity(AskedAction asked) =>
        process.Definition.Materials.Any(m => m.Id == asked.Target && m.Dated) ? [Input("validUntil", InputKind.Day, true)] : [];

    internal IEnumerable<FormInput> Then() =>
        [
            Input("then", InputKind.Choice, false) with
            {
                Options = [.. Enum.GetNames<ReturnMode>().Select(mode => new FormOption(mode, words[$"page.then.{mode}"]))],
            },
        ];

    internal IEnumerable<FormInput> ByOrder() => [Line("document", true), Passage("reasons", true)];

    internal IEnumerable<FormInput> Length() =>
        [
            Input("by.amount", InputKind.Number, true) with
            {
                Least = 1,
            },
            Input("by.unit", InputKind.Choice, true) with
            {
                Options = [.. Enum.GetValues<PeriodUnit>().Select(unit => new FormOption($"{unit}", words[$"unit.{unit}"]))],
            },
        ];

    internal FormInput Signer(AskedAction asked) =>
        Input("person", InputKind.Choice, true) with
        {
            Options =
            [
                .. from task in state.Steps.GetValueOrDefault(asked.Target ?? "")?.Sides ?? []
                let person = task.Who.Person
                where person is not null
                select new FormOption(person, nameOf(person)),
            ],
        };

    // Without a step it is a reader who is urged.
    internal IEnumerable<FormInput> Reader(AskedAction asked) => asked.Target is null ? [Input("reader", InputKind.Person, true)] : [];

    internal FormInput Person(bool required) => Input("person", InputKind.Person, required);

    internal FormInput Line(string name, bool required) => Input(name, InputKind.Line, required);

    internal FormInput Passage(string name, bool required) => Input(name, InputKind.Passage, required);

    internal FormInput YesNo(string name, string value) =>
        Input(name, InputKind.YesNo, true) with
        {
            Value = value,
            Options = [new FormOption("true", words["page.yes"]), new FormOption("false", words["page.no"])],
        };

    internal FormInput Input(string name, InputKind kind, bool required) => new(name, words[$"input.{name}"], kind, required);
}
