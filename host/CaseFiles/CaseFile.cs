using System.Collections.Immutable;
using Workflow.Definitions.Filing;
using Workflow.Definitions.Reading.Laws;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;
using Workflow.Storage.Vaults;

namespace Workflow.Host.CaseFiles;

/// <summary>One paper of a case file.</summary>
/// <param name="Kind">What it is by its making.</param>
/// <param name="Title">What it is called; the rules of filing read it.</param>
/// <param name="On">Its day; null where it has none.</param>
/// <param name="Text">Its text; lines are kept.</param>
/// <param name="Void">Why it is void; null while it is valid.</param>
/// <param name="Filed">Where its definition has it filed; null where its kind and title tell.</param>
public sealed record CaseFilePaper(PaperKind Kind, string Title, DateOnly? On, string Text, string? Void = null, string? Filed = null);

/// <summary>The papers of one place, at least one, in the order in which they came about.</summary>
/// <param name="Place">The place.</param>
/// <param name="Papers">Its papers.</param>
public sealed record CaseFileSection(string Place, ImmutableArray<CaseFilePaper> Papers);

/// <summary>A case as it is filed 案卷: every paper at its place in the main file 正卷 or the side file 副卷.</summary>
/// <param name="Basis">Where the order of filing comes from; it is shown on the cover.</param>
/// <param name="Main">The main file.</param>
/// <param name="Side">The side file.</param>
public sealed record CaseFile(string Basis, ImmutableArray<CaseFileSection> Main, ImmutableArray<CaseFileSection> Side)
{
    /// <summary>Puts the papers of a case in order.</summary>
    public static CaseFile Of(RecordedCase recorded, Words words, OpenedValues personal)
    {
        var order = FilingOrders.For(recorded.Process.Definition.Item.Type);
        var filed = recorded.LastCalendar.DayOf(recorded.Entries[^1].Stamp.RecordedAt);
        return Of(order, filed, [.. new CasePapers(recorded, words, order, personal).All()]);
    }

    /// <summary>Puts papers in an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="filed">The day on which the file is closed.</param>
    /// <param name="papers">The papers as they came about.</param>
    public static CaseFile Of(FilingOrder order, DateOnly filed, ImmutableArray<CaseFilePaper> papers)
    {
        var placed = papers.ToLookup(p => order.Place(p.Kind, p.Title, p.Filed));
        return new CaseFile(order.Basis(filed, ShippedLaws.Book), Sections(order.Places.Main), Sections(order.Places.Side));

        ImmutableArray<CaseFileSection> Sections(ImmutableArray<string> places) =>
            [.. places.Where(placed.Contains).Select(place => new CaseFileSection(place, [.. placed[place]]))];
    }
}
