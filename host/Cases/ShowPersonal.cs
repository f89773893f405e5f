using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.State;
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
    );

    /// <summary>What was recorded when a step was completed.</summary>
    public sealed record PersonalOfStep(string Key, ImmutableSortedDictionary<string, FieldValue> Fields);

    /// <summary>A paper as it went out. The hash in the ledger is of the text that names sealed values by their hash.</summary>
    public sealed record LegiblePaper(string Document, string? Number, string Text);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/personal", Handle)
            .WithMetadata(new OnDiskFirst(AccessKinds.Revealed))
            .As("ShowPersonal", "Cases", "个人信息与文书原文 / Personal values, and papers as they went out")
            .Produces<PersonalValues>()
            .Refuses(403, 404);

    private static PersonalValues Handle(HttpContext context, string number, Workplace place)
    {
        var seen = SeenCase.Require(Caller.Of(context), place, number).State;
        var opened = new Vault(place.Database).Open(number);
        return new PersonalValues(
            opened.Open(seen.Form),
            [.. seen.Steps.Values.Where(s => s.Completed is { Fields.IsEmpty: false }).Select(s => OfStep(s, opened))],
            [.. seen.Documents.Select(d => new LegiblePaper(d.Issued.Document, d.Issued.Number, opened.Legible(d.Issued.Text)))]
        );
    }

    private static PersonalOfStep OfStep(StepState step, OpenedValues opened) => new(step.Key, opened.Open(step.Completed!.Fields));
}
