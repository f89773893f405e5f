using System.Collections.Immutable;
using Workflow.Engine.Record.State;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Storage.Reading;

namespace Workflow.Host.Cases;

/// <summary>The cases that a caller may see, those touched last first, their own by the day of lodging: one list for the interface and the page.</summary>
public sealed class CaseList(CaseReads reads, Workplace place)
{
    private sealed record CasePageKey(DateTimeOffset LastAt, string Case);

    // A case that is listed was lodged: none stands before the first stage.
    private static readonly ImmutableArray<string> Stages = [.. Enum.GetNames<CaseStage>().Where(name => name != nameof(CaseStage.None))];

    /// <summary>Returns a page.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="words">The language of titles.</param>
    /// <param name="process">The process of the cases; null for any.</param>
    /// <param name="stage">Where they stand; null for anywhere.</param>
    /// <param name="party">The name of the first party; null for anybody.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="most">The most cases; at least 1.</param>
    /// <exception cref="RequestRefusedException">There is no such process or stage, or the cursor is none that was given out.</exception>
    public Page<ListCases.ListedCase> Page(
        Caller caller,
        Words words,
        string? process,
        string? stage,
        string? party,
        string? cursor,
        int most
    )
    {
        var (named, asked) = (KnownWord.Given(process), Stage(stage));
        KnownProcess.Require(place.Processes, named);
        var after = Cursor.Read<CasePageKey>(cursor) is { } keys ? Position(keys) : null;
        var filter = new CaseFilter(named, asked, KnownWord.Given(party), caller.Sees)
        {
            Parts = caller.SeesInPart,
            Own = caller.SeesAsParty,
        };
        return Pages.Of(reads.List(filter, after, most + 1), most, h => Shown(h, caller, words), h => new CasePageKey(h.LastAt, h.Case));
    }

    private static CaseStage? Stage(string? asked) =>
        KnownWord.Among("stage", Stages, asked) is { } found ? Enum.Parse<CaseStage>(found) : null;

    // What a party sees of their own case tells when it was touched, and until when something runs.
    private ListCases.ListedCase Shown(CaseHead h, Caller caller, Words words)
    {
        if (!h.IsOwn)
            return Shown(h, words);
        var seen = SeenCase.Require(caller, place, h.Case).State;
        var due = seen.Clocks.Values.Where(c => c.IsOpen).Select(c => (DateOnly?)c.DueOn).Min();
        return Shown(h, words) with { DueOn = due, LastAt = seen.LastAt };
    }

    private ListCases.ListedCase Shown(CaseHead h, Words words)
    {
        var definition = place.Processes.Find(h.Definition)!.Definition;
        return new ListCases.ListedCase(
            h.Case,
            h.Process,
            words.Title(definition.Title),
            h.Stage,
            h.Party,
            h.LodgedOn,
            h.DueOn,
            h.Result,
            words.End(definition, h.Result),
            h.LastAt
        );
    }

    private static CaseHead Position(CasePageKey keys) =>
        new(keys.Case, 0, "", keys.LastAt, CaseStage.None, "", "", default, null, null, null);
}
