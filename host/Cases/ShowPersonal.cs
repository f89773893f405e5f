using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Cases;

/// <summary>
/// <c>GET /api/cases/{number}/personal</c>: what the case shows as sealed, opened for those who see the case. Which values there are
/// is decided by what the caller sees of the case; that they looked is on record before the answer leaves.
/// </summary>
public static class ShowPersonal
{
    /// <summary>The case's values as they were entered; one that was erased stays sealed.</summary>
    public sealed record PersonalValues(
        ImmutableSortedDictionary<string, FieldValue> Form,
        ImmutableArray<PersonalOfStep> Steps,
        ImmutableArray<LegiblePaper> Documents
    )
    {
        /// <summary>Who the parties are by their papers, and who came for them; only those that were asked, and for the offices alone.</summary>
        public ImmutableArray<PersonalOfParty>? Parties { get; init; }
    }

    /// <summary>What a party showed at the window.</summary>
    public sealed record PersonalOfParty(string Name, PartyIdentity? Identity, PartyAgent? Agent);

    /// <summary>What was recorded when a step was completed.</summary>
    public sealed record PersonalOfStep(string Key, ImmutableSortedDictionary<string, FieldValue> Fields);

    /// <summary>A paper as it went out. The hash in the ledger is of the text that names sealed values by their hash.</summary>
    public sealed record LegiblePaper(string Document, string? Number, string Text);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/personal", Handle)
            .OnDiskFirst(AccessKinds.Revealed)
            .Answers<PersonalValues>("ShowPersonal", "Cases", "个人信息与文书原文 / Personal values, and papers as they went out")
            .Refuses(403, 404);

    private static PersonalValues Handle(HttpContext context, string number, Workplace place)
    {
        var looked = SeenCase.Require(Caller.Of(context), place, number);
        var (seen, opened) = (looked.State, new Vault(place.Database).Open(number));
        return new PersonalValues(
            (HasFilledIn(looked) ? opened : OpenedValues.None).Open(seen.Form),
            [
                .. seen
                    .Steps.Values.Where(s => s.Completed is { Fields.IsEmpty: false })
                    .Select(s => OfStep(s, MayOpen(looked, s) ? opened : OpenedValues.None)),
            ],
            [.. seen.Documents.Select(d => new LegiblePaper(d.Issued.Document, d.Issued.Number, opened.Legible(d.Issued.Text)))]
        )
        {
            Parties = looked.Viewer.IsOutside ? null : [.. seen.Parties.Where(IsIdentified).Select(p => OfParty(p, opened))],
        };
    }

    private static bool IsIdentified(PartyEntry party) => party.Identity is not null || party.Agent is not null;

    private static PersonalOfParty OfParty(PartyEntry party, OpenedValues opened) =>
        new(
            party.Name,
            party.Identity is { } paper ? paper with { Number = opened.Open(paper.Number) } : null,
            party.Agent is { } agent ? agent with { Name = opened.Open(agent.Name), Mandate = opened.Open(agent.Mandate) } : null
        );

    // One party's number is no other party's affair: outside the offices everybody reads what they wrote themselves.
    private static bool HasFilledIn(SeenCase looked) => !looked.Viewer.IsOutside || IsBy(looked.Entries[0].Entry.Stamp, looked.Viewer);

    private static bool MayOpen(SeenCase looked, StepState step) => !looked.Viewer.IsOutside || step.Completed!.By == looked.Viewer.Person;

    private static bool IsBy(EntryStamp stamp, Viewer viewer) => stamp.Actor == viewer.Person || stamp.For == viewer.Person;

    private static PersonalOfStep OfStep(StepState step, OpenedValues opened) => new(step.Key, opened.Open(step.Completed!.Fields));
}
