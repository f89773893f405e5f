using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Inbox;
using Workflow.Host.Wording;

namespace Workflow.Host.Cases;

/// <summary>A case as the interface shows it today.</summary>
public sealed record CaseView
{
    public required string Number { get; init; }

    public required string Process { get; init; }

    public required string Title { get; init; }

    public required string Definition { get; init; }

    public required CaseStage Stage { get; init; }

    public string? Result { get; init; }

    /// <summary>What people call the result; null while it has none.</summary>
    public string? ResultTitle { get; init; }

    public required DateOnly LodgedOn { get; init; }

    /// <summary>Where it ran before it was taken over; null for a case lodged here.</summary>
    public Elsewhere? Elsewhere { get; init; }

    /// <summary>The number of its last entry: what If-Match names for a command without a step.</summary>
    public required long Revision { get; init; }

    public required ImmutableArray<PartyEntry> Parties { get; init; }

    public required ImmutableSortedDictionary<string, FieldValue> Form { get; init; }

    public required ImmutableSortedSet<string> Materials { get; init; }

    /// <summary>How each material of the definition stands.</summary>
    public required ImmutableArray<MaterialView> MaterialStandings { get; init; }

    public required ImmutableArray<StepView> Steps { get; init; }

    public required ImmutableArray<ClockView> Clocks { get; init; }

    public required ImmutableSortedDictionary<string, MarkedMoment> Moments { get; init; }

    public required ImmutableArray<CaseDocument> Documents { get; init; }

    public required ImmutableArray<FileAttached> Files { get; init; }

    public required ImmutableArray<CommentAdded> Comments { get; init; }

    public required ImmutableArray<ActionView> Actions { get; init; }

    public static CaseView Of(PublishedProcess process, CaseState state, Words words, DateOnly today, ImmutableArray<ActionView> actions) =>
        new()
        {
            Number = state.Number,
            Process = state.Process,
            Title = words.Title(process.Definition.Title),
            Definition = state.Definition,
            Stage = state.Stage,
            Result = state.Result,
            ResultTitle = words.End(process.Definition, state.Result),
            LodgedOn = state.LodgedOn,
            Elsewhere = state.Elsewhere,
            Revision = state.Entries,
            Parties = state.Parties,
            Form = state.Form,
            Materials = state.Materials,
            MaterialStandings = [.. process.Definition.Materials.Select(m => MaterialView.Of(m, state, today, words))],
            Steps = [.. state.Steps.Values.Select(s => StepView.Of(process, s, words))],
            Clocks = [.. state.Clocks.Values.Select(c => ClockView.Of(c, today))],
            Moments = state.Moments,
            Documents = state.Documents,
            Files = state.Files,
            Comments = state.Comments,
            Actions = actions,
        };
}

/// <summary>A step's latest run.</summary>
public sealed record StepView(
    string Key,
    string Title,
    int Instance,
    StepStatus Status,
    long Revision,
    DateOnly OpenedOn,
    ImmutableArray<Entitlement> Entitled,
    string? ClaimedBy,
    ImmutableArray<GivenAnswer> Answers,
    StepCompleted? Completed,
    StepAssigned? Assigned,
    ImmutableArray<StepAssigned> Chosen
)
{
    /// <summary>What to look at there, and what goes wrong easily; null where nobody wrote it.</summary>
    public ImmutableArray<Guidance>? Guidance { get; init; }

    public static StepView Of(PublishedProcess process, StepState step, Words words) =>
        new(
            step.Key,
            words.Title(process.StepName(step.Key)),
            step.Instance,
            step.Status,
            step.Revision,
            step.OpenedOn,
            step.Entitled,
            step.ClaimedBy,
            [.. step.Answers.Select(words.Told)],
            step.Completed is { } done ? words.Told(done) : null,
            step.Assigned,
            step.Chosen
        )
        {
            Guidance = StepGuidance.At(process, step.Key, words),
        };
}

/// <summary>A clock. While it is paused it has days left and no date.</summary>
public sealed record ClockView(
    string Id,
    string? Step,
    ClockStatus Status,
    string Lamp,
    DateOnly? DueOn,
    DateTimeOffset? DueAt,
    DateOnly? YellowFrom,
    DateOnly? PromiseOn,
    string PromiseLamp,
    bool Paused,
    int? Left,
    bool Provisional,
    bool AwaitsCalendar,
    DateOnly? EndedOn,
    string Calendar
)
{
    public static ClockView Of(ClockState clock, DateOnly today)
    {
        var dated = !clock.IsPaused;
        return new ClockView(
            clock.Id,
            clock.Step,
            clock.Status,
            LampNames.Of(clock, today),
            dated ? clock.DueOn : null,
            dated ? clock.DueAt : null,
            dated ? clock.YellowFrom : null,
            dated ? clock.PromiseOn : null,
            LampNames.OfPromise(clock, today),
            clock.IsPaused,
            clock.Left,
            clock.Provisional,
            clock.AwaitsCalendar,
            clock.EndedOn,
            clock.Calendar
        );
    }
}

/// <summary>Something the caller might do, with the reason why not; <c>For</c> is the absent person acted for, null for oneself.</summary>
public sealed record ActionView(
    string Action,
    string Words,
    string? Target,
    string? Choice,
    string Title,
    bool Allowed,
    RefusalWords? WhyNot,
    string? For
)
{
    /// <summary>How the case may go on after a return, the usual way first: <c>ReRun</c>, <c>StraightBack</c>. Null for other actions.</summary>
    public ImmutableArray<string>? Then { get; init; }

    /// <summary>Whether it speaks to those who were sent a copy, and not to those whose turn it is.</summary>
    internal bool IsToReaders { get; private init; }

    public static ActionView Of(ActionOffer offer, Words words, string? actedFor)
    {
        var name = words[Key(offer)];
        var whyNot = offer.WhyNot is { } refusal ? words.Tell(refusal) : null;
        return new ActionView(
            offer.Action,
            name,
            offer.Target,
            offer.Choice,
            TitleOf(offer, words) ?? name,
            offer.Allowed,
            whyNot,
            actedFor
        )
        {
            Then = offer.Then.IsEmpty ? null : [.. offer.Then.Select(t => $"{t}")],
            IsToReaders = offer.IsToReaders,
        };
    }

    private static string Key(ActionOffer offer) => offer.IsToReaders ? "action.urge-reader" : $"action.{offer.Action}";

    // An offer without a title of its own, which has the action's word there, is called by what is done.
    private static string? TitleOf(ActionOffer offer, Words words)
    {
        if (offer is { Action: "answer", Choice: null })
            return words["action.abstain"];
        return offer.Title is { } title && title.Zh != offer.Action ? words.Title(title) : null;
    }
}
