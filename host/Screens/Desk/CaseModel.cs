using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Host.Cases;
using Workflow.Host.Replaying;
using Workflow.Host.Screens.Sheets;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Desk;

/// <summary>A case as its page shows it.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="View">The case as the interface shows it to the same person.</param>
/// <param name="Recorded">The case from its ledger, as the person sees it.</param>
/// <param name="Clocks">Its clocks: those that run first, the nearest last day first.</param>
/// <param name="Deeds">What the person may do, and why not.</param>
/// <param name="Story">What happened, the latest first.</param>
public sealed record CaseModel(
    Frame Frame,
    CaseView View,
    RecordedCase Recorded,
    ImmutableArray<ClockCard> Clocks,
    ImmutableArray<Deed> Deeds,
    ImmutableArray<ToldEntry> Story
)
{
    /// <summary>The clock whose days are laid open; null for none.</summary>
    public OpenedClock? Why { get; init; }

    /// <summary>What was done just now; null when the page was only opened.</summary>
    public string? Done { get; init; }

    /// <summary>The process, and how far the case has come in it.</summary>
    public MarkupString Picture => CasePicture.Of(Definition, Recorded.State, [], Words);

    public ProcessDefinition Definition => Recorded.Process.Definition;

    public Words Words => Frame.Words;

    public string Party => View.Parties.IsEmpty ? View.Title : View.Parties[0].Name;

    public bool IsOpen => View.Stage == CaseStage.Open;

    /// <summary>The steps that wait now, with who has them.</summary>
    public IEnumerable<(string Title, string Who)> Waiting => Recorded.State.Steps.Values.Where(IsWaiting).Select(Waits);

    private CaseWords Names => Recorded.Names(Words.Language);

    private bool IsWaiting(StepState step) => step.Status == StepStatus.Open && Recorded.Process.IsTask(step.Key) && !step.Entitled.IsEmpty;

    private (string Title, string Who) Waits(StepState step)
    {
        var names = Names;
        var who = step.ClaimedBy is { } by ? names.Name(by) : Words.List(step.Entitled.Select(names.Who));
        return (Words.Title(Recorded.Process.StepName(step.Key)), who);
    }

    /// <summary>The form, field by field; of a sealed value it is only said that there is one.</summary>
    public IEnumerable<FilledField> Form =>
        Definition.Form.Select(f => FilledField.Of(f, View.Form.GetValueOrDefault(f.Id), Definition, Words));

    public string Address => $"{Frame.Base}/cases/{Uri.EscapeDataString(View.Number)}";

    /// <summary>The address of the same page with the days of a clock laid open, or folded again.</summary>
    public string WhyOf(ClockCard clock) =>
        Why?.Id == clock.Id ? Address : $"{Address}{new QueryBuilder { { "why", clock.Id } }.ToQueryString()}#why";

    public string Act(Deed deed) => $"{Address}/act{deed.Query}";
}
