using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Host.Answers;

namespace Workflow.Host.Acting;

/// <summary>What an action is about.</summary>
internal enum About
{
    /// <summary>The case as a whole.</summary>
    Case,

    /// <summary>A step, or nothing in particular.</summary>
    Step,

    /// <summary>An outcome of a step, or a vote for it.</summary>
    Outcome,

    /// <summary>The way from a step to another.</summary>
    Way,

    /// <summary>A clock.</summary>
    Clock,

    /// <summary>A material.</summary>
    Material,

    /// <summary>A party, by its role.</summary>
    Party,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>An action: what it is about, what it asks, and how its command names that.</summary>
/// <param name="About">What its target is.</param>
/// <param name="Asks">What is filled in; null where it is given with a file, by rules alone, or by a page of its own.</param>
internal sealed record ActionRow(About About, Func<ActionForms, AskedAction, IEnumerable<FormInput>>? Asks)
{
    /// <summary>The member of the command that takes the target; null where there is none.</summary>
    internal string? Target =>
        About switch
        {
            About.Case => null,
            About.Step or About.Outcome => "step",
            About.Way => "from",
            About.Clock => "clock",
            About.Material => "material",
            About.Party => "party",
            About.Person => "person",
            _ => throw new UnreachableException($"No member for {About}."),
        };

    /// <summary>Whether it may be about the case as well, where no target is named.</summary>
    internal bool IsAlsoOfCase { get; init; }

    /// <summary>Whether it decides a step: an outcome or a vote for it.</summary>
    internal bool Decides => About == About.Outcome;

    /// <summary>Whether the page of a case shows it beside the outcomes; the rest is folded.</summary>
    internal bool IsUsual { get; init; }

    /// <summary>Whether it is about something that must be named.</summary>
    internal bool NeedsTarget => Target is not null && !IsAlsoOfCase;

    /// <summary>The member that takes the choice; null where there is none.</summary>
    internal string? Choice { get; init; }

    /// <summary>Whom of the offices it may name, and what else it must say so that it is not refused for that; empty where it names none of them.</summary>
    internal ImmutableArray<FormInput> Names { get; init; } = [];
}

/// <summary>All that the screens know of each command, in one row each; a test holds them against the commands.</summary>
internal static class ActionRows
{
    internal static ImmutableSortedDictionary<string, ActionRow> All { get; } =
        ImmutableSortedDictionary.CreateRange<string, ActionRow>(
            StringComparer.Ordinal,
            [
                new(
                    "complete",
                    new(About.Outcome, (forms, asked) => forms.Complete(asked)) { Choice = "outcome", Names = [Several("with")] }
                ),
                new("answer", new(About.Outcome, (forms, asked) => forms.Answer(asked)) { Choice = "choice" }),
                new("open", new(About.Step, Nothing)),
                new("claim", new(About.Step, Nothing) { IsUsual = true }),
                new("release", new(About.Step, Nothing) { Choice = "participant" }),
                new("take-back", new(About.Step, Nothing) { IsUsual = true }),
                new(
                    "return",
                    new(About.Way, (forms, _) => [forms.Passage("reasons", true), .. forms.Then()]) { Choice = "to", IsUsual = true }
                ),
                new("jump", new(About.Case, (forms, _) => [forms.Passage("reasons", true)]) { Choice = "to" }),
                new(
                    "record-attendance",
                    new(About.Step, (forms, _) => [forms.Input("absent", InputKind.People, false), forms.Passage("reasons", false)])
                    {
                        Names = [Several("absent")],
                    }
                ),
                new("seal-lots", new(About.Step, null)),
                new("redraw", new(About.Step, null)),
                new("name-called", new(About.Step, null)),
                new(
                    "transfer",
                    new(About.Step, (forms, _) => [forms.Person(true), forms.Passage("reasons", true)])
                    {
                        Names = [Somebody("person"), Line("reasons")],
                        IsUsual = true,
                    }
                ),
                new(
                    "delegate",
                    new(About.Step, (forms, _) => [forms.Person(true), forms.Passage("words", false)]) { Names = [Somebody("person")] }
                ),
                new(
                    "add-signer",
                    new(About.Step, (forms, _) => [forms.Person(true), forms.Passage("reasons", false)])
                    {
                        Choice = "place",
                        Names = [Somebody("person")],
                        IsUsual = true,
                    }
                ),
                new("remove-signer", new(About.Step, (forms, asked) => [forms.Signer(asked), forms.Passage("reasons", true)])),
                new(
                    "consult",
                    new(About.Step, (forms, _) => [forms.Person(true), forms.Passage("question", true)])
                    {
                        Names = [Somebody("person"), Line("question")],
                        IsUsual = true,
                    }
                ),
                new("recall", new(About.Step, Nothing) { Choice = "number" }),
                new(
                    "reply",
                    new(About.Step, (forms, _) => [forms.Passage("opinion", true), forms.YesNo("agrees", "true")]) { IsUsual = true }
                ),
                new(
                    "comment",
                    new(About.Step, (forms, _) => [forms.Passage("text", true), forms.YesNo("internal", "true")]) { IsAlsoOfCase = true }
                ),
                new("attach", new(About.Step, null) { IsAlsoOfCase = true }),
                new(
                    "copy",
                    new(About.Step, (forms, _) => [forms.Input("people", InputKind.People, true)])
                    {
                        IsAlsoOfCase = true,
                        Names = [Several("people")],
                    }
                ),
                new(
                    "urge",
                    new(About.Step, (forms, asked) => [.. forms.Reader(asked), forms.Passage("text", true)])
                    {
                        IsAlsoOfCase = true,
                        Names = [Somebody("reader"), Line("text")],
                    }
                ),
                new(
                    "supervise",
                    new(About.Step, (forms, _) => [forms.Passage("text", true), forms.Input("reportBy", InputKind.Day, false)])
                    {
                        IsAlsoOfCase = true,
                    }
                ),
                new("notify", new(About.Party, (forms, _) => [forms.Passage("text", true), forms.Line("document", false)])),
                new("confirm-party", new(About.Person, (forms, _) => [forms.Passage("reasons", false)])),
                new("unconfirm-party", new(About.Person, (forms, _) => [forms.Passage("reasons", true)])),
                new(
                    "add-party",
                    new(About.Party, (forms, _) => [forms.Line("name", true), forms.Line("person", true), forms.Passage("reasons", true)])
                ),
                new(
                    "pause-clock",
                    new(About.Clock, (forms, _) => [forms.Line("document", true), forms.Input("to", InputKind.Day, false)])
                    {
                        Choice = "ground",
                    }
                ),
                new("resume-clock", new(About.Clock, Nothing) { Choice = "ground" }),
                new("extend-clock", new(About.Clock, (forms, _) => [.. forms.Length(), forms.Passage("reasons", true)])),
                new("expire-clock", new(About.Clock, null)),
                new("rederive-clocks", new(About.Case, null)),
                new("correct-silence", new(About.Clock, (forms, _) => forms.ByOrder())),
                new("receive-material", new(About.Material, (forms, asked) => forms.Validity(asked))),
                new("share-material", new(About.Material, (forms, asked) => [forms.Line("document", true), .. forms.Validity(asked)])),
                new("return-material", new(About.Material, (forms, _) => [forms.Line("document", false)])),
                new("lodge", new(About.Case, null)),
                new("adopt", new(About.Case, null)),
                new("correct-form", new(About.Case, (forms, _) => [.. forms.Form(), .. forms.ByOrder()])),
                new("suspend", new(About.Case, (forms, _) => forms.ByOrder())),
                new("resume", new(About.Case, Nothing) { IsUsual = true }),
                new("terminate", new(About.Case, (forms, _) => [forms.Passage("reasons", false)])),
                new("cancel", new(About.Case, (forms, _) => [forms.Passage("reasons", true)])),
                new("reopen", new(About.Case, (forms, _) => forms.ByOrder()) { Choice = "step" }),
                new("migrate", new(About.Case, null)),
            ]
        );

    /// <summary>The actions that are filled in.</summary>
    internal static IReadOnlyCollection<string> Known { get; } = [.. All.Where(row => row.Value.Asks is not null).Select(row => row.Key)];

    /// <summary>Returns the row of an action.</summary>
    /// <exception cref="RequestRefusedException">There is no such action.</exception>
    internal static ActionRow Of(string action) => All.TryGetValue(action, out var row) ? row : throw Unknown(action);

    /// <summary>Refuses an action that nobody fills in.</summary>
    internal static RequestRefusedException Unknown(string action) => RequestRefusals.NotAmong("action", [.. Known], action);

    private static IEnumerable<FormInput> Nothing(ActionForms forms, AskedAction asked) => [];

    private static FormInput Somebody(string name) => new(name, "", InputKind.Person, true);

    private static FormInput Several(string name) => new(name, "", InputKind.People, true);

    private static FormInput Line(string name) => new(name, "", InputKind.Line, true);
}
