using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Support.Offices;

/// <summary>Several cases of one process in the small office, each act a minute after the one before.</summary>
internal sealed class OfficeCases
{
    private readonly Simulation _door;
    private DateTimeOffset _now;

    internal OfficeCases(string steps, string on = "2026-03-02") =>
        (_door, _now) = (
            SmallOffice.Open(SmallOffice.Process(steps)),
            DateTimeOffset.Parse($"{on}T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture)
        );

    internal OfficeCases On(string day)
    {
        _now = DateTimeOffset.Parse($"{day}T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
        return this;
    }

    /// <summary>Lodges a case and returns its number.</summary>
    internal string Lodge() =>
        Ask(null, new Request("citizen", new Lodge { Process = "sample", Parties = [new PartyEntry("applicant", "citizen", "市民")] }));

    internal OfficeCases Does(string number, string by, CaseCommand command)
    {
        Ask(number, new Request(by, command));
        return this;
    }

    internal StepState Step(string number, string key) => _door.State(number)!.Steps[key];

    /// <summary>Who holds a step, and by which rule they got it.</summary>
    internal string? Holder(string number, string key) =>
        Step(number, key) is { ClaimedBy: { } holder } step ? $"{holder} {step.Assigned?.Rule}".TrimEnd() : null;

    private string Ask(string? number, Request request)
    {
        _now = _now.AddMinutes(1);
        var answer = _door.Submit(number, request, _now);
        Assert.That(answer.Refusal, Is.Null, () => answer.Refusal!.English.Sentence);
        return answer.Case!;
    }
}
