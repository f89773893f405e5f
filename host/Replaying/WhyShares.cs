using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Replaying;

/// <summary>How the time of a clock is apportioned to those who held it, without remainder.</summary>
/// <param name="recorded">The case.</param>
/// <param name="why">The clock explained.</param>
/// <param name="lines">Where it is written.</param>
internal sealed class WhyShares(RecordedCase recorded, ClockExplanation why, Lines lines)
{
    private const int NameWidth = 28;

    private Words Words => lines.Words;

    // Months are apportioned by their days.
    private PeriodUnit Unit => why.Clock.Total?.Unit is { } unit and not PeriodUnit.Months ? unit : PeriodUnit.Days;

    internal void Write()
    {
        if (why.Apportioned.IsEmpty && why.NotCounted.IsEmpty)
            return;
        lines.Blank().Say(0, "why.holders");
        Write(1, why.Apportioned);
        lines.Say(1, "why.total", why.Used, Words.Unit(Unit, why.Used));
        WriteNotCounted();
        foreach (var share in why.Shares)
            Write(share);
    }

    private void WriteNotCounted()
    {
        foreach (var excluded in why.NotCounted)
            Write(excluded);
        if (!why.NotCounted.IsEmpty)
            lines.Say(1, "why.whole", why.Whole, Words.Unit(Unit, why.Whole));
    }

    private void Write(ExcludedTime excluded)
    {
        var ground = excluded.Ground is { } named
            ? Words.Title(recorded.Process.Definition.GroundName(named))
            : Words["why.not-counted.rolled"];
        lines.Say(1, "why.not-counted", ground, excluded.Length, Words.Unit(Unit, excluded.Length));
        Write(2, excluded.Apportioned);
    }

    private void Write(ShareUse share)
    {
        var office = Words.Title(recorded.Process.Definition.OfficeName(share.Office));
        lines.Say(1, "why.share", office, Words.Period(share.Share), share.Used, Words[$"lamp.{share.Lamp.ToString().ToLowerInvariant()}"]);
    }

    private void Write(int indent, ImmutableArray<HolderShare> shares)
    {
        foreach (var held in shares)
        {
            lines.Add(indent, $"{Lines.Cell(Name(held), NameWidth)}  {Told(held)}");
            foreach (var person in held.People)
                lines.Add(indent + 1, $"{Lines.Cell(Name(person), NameWidth - 2)}  {Told(person)}");
        }
    }

    private string Name(HolderShare held) =>
        held.Kind == HolderKind.Nobody ? Words["why.nobody"] : recorded.Names(Words.Language).Holder(held.Kind, held.Id);

    private string Name(PersonShare person) => person.Person is { } id ? recorded.Names(Words.Language).Name(id) : Words["why.no-person"];

    private string Told(HolderShare held) =>
        Words.Say(
            held.Overdue == Fraction.Zero ? "why.holder" : "why.holder-late",
            held.Held,
            Words.Unit(Unit, held.Held),
            held.Overdue,
            held.Share
        );

    private string Told(PersonShare person) => Words.Say("why.person", person.Share, Words.Unit(Unit, person.Share));
}
