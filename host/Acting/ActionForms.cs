using System.Collections.Immutable;
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

/// <summary>What each action asks: one row for each command that people fill in.</summary>
/// <param name="process">The definition of the case.</param>
/// <param name="state">The case.</param>
/// <param name="words">The language of titles.</param>
/// <param name="nameOf">What a person is called, by their id.</param>
internal sealed class ActionForms(PublishedProcess process, CaseState state, Words words, Func<string, string> nameOf)
{
    private readonly FieldInputs _fields = new(process, words);

    private static readonly ImmutableSortedDictionary<string, Func<ActionForms, AskedAction, IEnumerable<FormInput>>> Rows =
        ImmutableSortedDictionary.CreateRange<string, Func<ActionForms, AskedAction, IEnumerable<FormInput>>>(
            StringComparer.Ordinal,
            [
                new("complete", (forms, asked) => forms.Complete(asked)),
                new("answer", (forms, asked) => forms.Answer(asked)),
                new("open", None),
                new("claim", None),
                new("release", None),
                new("take-back", None),
                new("resume", None),
                new("resume-clock", None),
                new("confirm-party", (forms, _) => [forms.Passage("reasons", false)]),
                new("unconfirm-party", (forms, _) => [forms.Passage("reasons", true)]),
                new("record-attendance", (forms, _) => [forms.Input("absent", InputKind.People, false), forms.Passage("reasons", false)]),
                new("add-party", (forms, _) => [forms.Line("name", true), forms.Line("person", true), forms.Passage("reasons", true)]),
                new("return", (forms, _) => [forms.Passage("reasons", true), .. forms.Then()]),
                new("jump", (forms, _) => [forms.Passage("reasons", true)]),
                new("cancel", (forms, _) => [forms.Passage("reasons", true)]),
                new("terminate", (forms, _) => [forms.Passage("reasons", false)]),
                new("suspend", (forms, _) => forms.ByOrder()),
                new("revoke", (forms, _) => forms.ByOrder()),
                new("reopen", (forms, _) => forms.ByOrder()),
                new("correct-silence", (forms, _) => forms.ByOrder()),
                new("correct-form", (forms, _) => [.. forms.Form(), .. forms.ByOrder()]),
                new("transfer", (forms, _) => [forms.Person(true), forms.Passage("reasons", true)]),
                new("delegate", (forms, _) => [forms.Person(true), forms.Passage("words", false)]),
                new("add-signer", (forms, _) => [forms.Person(true), forms.Passage("reasons", false)]),
                new("remove-signer", (forms, asked) => [forms.Signer(asked), forms.Passage("reasons", true)]),
                new("consult", (forms, _) => [forms.Person(true), forms.Passage("question", true)]),
                new("recall", None),
                new("reply", (forms, _) => [forms.Passage("opinion", true), forms.YesNo("agrees", "true")]),
                new("comment", (forms, _) => [forms.Passage("text", true), forms.YesNo("internal", "true")]),
                new("copy", (forms, _) => [forms.Input("people", InputKind.People, true)]),
                new("urge", (forms, asked) => [.. forms.Reader(asked), forms.Passage("text", true)]),
                new("supervise", (forms, _) => [forms.Passage("text", true), forms.Input("reportBy", InputKind.Day, false)]),
                new("notify", (forms, _) => [forms.Passage("text", true), forms.Line("document", false)]),
                new("pause-clock", (forms, _) => [forms.Line("document", true), forms.Input("to", InputKind.Day, false)]),
                new("extend-clock", (forms, _) => [.. forms.Length(), forms.Passage("reasons", true)]),
                new("receive-material", (forms, asked) => forms.Validity(asked)),
                new("share-material", (forms, asked) => [forms.Line("document", true), .. forms.Validity(asked)]),
                new("return-material", (forms, _) => [forms.Line("document", false)]),
            ]
        );

    /// <summary>The actions that are filled in; the others are given with a file, or by rules alone.</summary>
    internal static IReadOnlyCollection<string> Known { get; } = [.. Rows.Keys];

    /// <summary>Returns what an action asks.</summary>
    /// <exception cref="RequestRefusedException">It is none that is filled in.</exception>
    internal ActionForm Of(AskedAction asked) =>
        Rows.TryGetValue(asked.Action, out var inputs)
            ? new ActionForm(asked.Action, asked.Target, asked.Choice, [.. inputs(this, asked)])
            : throw RequestRefusals.NotAmong("action", [.. Known], asked.Action);

    private static IEnumerable<FormInput> None(ActionForms forms, AskedAction asked) => [];

    private IEnumerable<FormInput> Complete(AskedAction asked)
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

    private IEnumerable<FormInput> Answer(AskedAction asked)
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

    private IEnumerable<FormInput> Form() =>
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

    private IEnumerable<FormInput> Validity(AskedAction asked) =>
        process.Definition.Materials.Any(m => m.Id == asked.Target && m.Dated) ? [Input("validUntil", InputKind.Day, true)] : [];

    private IEnumerable<FormInput> Then() =>
        [
            Input("then", InputKind.Choice, false) with
            {
                Options = [.. Enum.GetNames<ReturnMode>().Select(mode => new FormOption(mode, words[$"page.then.{mode}"]))],
            },
        ];

    private IEnumerable<FormInput> ByOrder() => [Line("document", true), Passage("reasons", true)];

    private IEnumerable<FormInput> Length() =>
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

    private FormInput Signer(AskedAction asked) =>
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
    private IEnumerable<FormInput> Reader(AskedAction asked) => asked.Target is null ? [Input("reader", InputKind.Person, true)] : [];

    private FormInput Person(bool required) => Input("person", InputKind.Person, required);

    private FormInput Line(string name, bool required) => Input(name, InputKind.Line, required);

    private FormInput Passage(string name, bool required) => Input(name, InputKind.Passage, required);

    private FormInput YesNo(string name, string value) =>
        Input(name, InputKind.YesNo, true) with
        {
            Value = value,
            Options = [new FormOption("true", words["page.yes"]), new FormOption("false", words["page.no"])],
        };

    private FormInput Input(string name, InputKind kind, bool required) => new(name, words[$"input.{name}"], kind, required);
}
