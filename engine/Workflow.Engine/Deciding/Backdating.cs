using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>
/// Who may record an earlier day, and on what paper 倒签. An officer puts down late what was done in time; what a party hands in has the
/// day on which it came in, which whoever received it records; so does the officer who does on paper what is asked of a visitor.
/// </summary>
internal static class Backdating
{
    /// <summary>Refuses an earlier day to whoever is a party, or held no post on both days.</summary>
    internal static Refusal? Check(CaseLook look) =>
        Visitors.IsActedFor(look) || Actors.Principal(look) is not { } person || IsOfficer(look.State, person)
            ? null
            : CaseRefusals.NotToBackdate(Naming.Person(person));

    /// <summary>Whether what a person records now is held to what proves its earlier day; a rule and another system tell what they found.</summary>
    internal static bool IsHeldToProof(CaseLook look) => look.Told is null && !look.Stamp.IsRule;

    /// <summary>
    /// Whether the paper named as proof of an earlier day lay in the case in time: a file that another officer attached since
    /// that day, or a valid paper that was issued where the matter was dealt with. What the parties handed in, and what says that they did, proves nothing about it.
    /// </summary>
    /// <param name="look">The decision.</param>
    /// <param name="before">The case as it stood before, so that nothing proves itself.</param>
    /// <param name="matter">What is recorded late.</param>
    internal static bool IsProven(CaseLook look, CaseState before, LateMatter matter) =>
        HasFile(look, before, matter) || before.Documents.Any(d => IsNamed(look, d, matter) && matter.IsAbout(look, d.Issued.Step));

    private static bool HasFile(CaseLook look, CaseState before, LateMatter matter) =>
        before.Files.Any(f =>
            f.On >= look.Stamp.EffectiveOn
            && f.On <= matter.By
            && f.IsNamed(look.Stamp.Document)
            && IsOfAnother(look, before, f, matter.Material)
        );

    private static bool IsNamed(CaseLook look, CaseDocument paper, LateMatter matter) =>
        paper.Void is null && paper.Issued.RecordedOn <= matter.By && paper.Issued.Number == look.Stamp.Document;

    // The same content is the same paper, whatever name it is attached under again: it is of whoever attached it first.
    private static bool IsOfAnother(CaseLook look, CaseState before, FileAttached file, string? material) =>
        before.Files.First(f => f.Sha256 == file.Sha256).By is var by
        && !before.IsForAsParty(by, [])
        && !IsOwn(look, by)
        && (file.Material is null || file.Material == material);

    // Whoever records an earlier day does not make the proof of it.
    private static bool IsOwn(CaseLook look, string by) => by == look.Stamp.Actor || by == look.Stamp.For;

    /// <summary>
    /// Whether a day that is told late stands on a file that was attached since, while it could still be told in time, or on any later file
    /// of an office for which the head of the leading office answers by acting.
    /// </summary>
    internal static bool IsProvenLate(CaseLook look, CaseState before, DateOnly day) =>
        before.Files.Any(f =>
            f.On >= day
            && f.IsNamed(look.Stamp.Document)
            && IsOfAnother(look, before, f, null)
            && (IsInTime(look, day, f.On) || Actors.MustLead(look) is null)
        );

    private static bool IsInTime(CaseLook look, DateOnly day, DateOnly recorded) =>
        look.Calendar.CountWorkdays(day, recorded) <= look.Definition.LateRecordingWorkingDays;

    private static bool IsOfficer(CaseState state, PersonFact person) => !person.Posts.IsEmpty && !state.IsOwnOf(person.Id);
}
