using System.Collections.Immutable;
using Workflow.Definitions.Laws;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Filing;

/// <summary>What a paper of a case is by its making; its title may say more.</summary>
[Flags]
public enum PaperKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What the party lodged, or what the office opened the case with.</summary>
    Application = 1,

    /// <summary>A document issued that states reasons or remedies.</summary>
    Decision = 2,

    /// <summary>Any other document issued.</summary>
    Document = 4,

    /// <summary>Materials and files.</summary>
    Material = 8,

    /// <summary>What somebody of the office found, answered or approved at a step.</summary>
    Opinion = 16,

    /// <summary>Remarks, and the story of the case.</summary>
    Remark = 32,
}

/// <summary>Which papers belong to a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Kinds">The kinds it is about.</param>
/// <param name="Words">Any of them in a paper's title; none for every paper of these kinds that no rule with words took.</param>
public sealed record FilingRule(string Place, PaperKind Kinds, ImmutableArray<string> Words)
{
    internal bool Names(PaperKind kind, string title) => Kinds.HasFlag(kind) && Words.Any(w => title.Contains(w, StringComparison.Ordinal));

    internal bool TakesAny(PaperKind kind) => Kinds.HasFlag(kind) && Words.IsEmpty;
}

/// <summary>
/// In which order a case is filed. The last place of the main file 正卷 and of the side file 副卷 holds what no rule knows, so that nothing is lost.
/// </summary>
/// <param name="Items">Words in the types of the items it is for; none for every type.</param>
/// <param name="Bases">Where the order comes from, by edition.</param>
/// <param name="Own">What the office adds; may be empty.</param>
/// <param name="Places">The places, in order.</param>
/// <param name="Rules">What belongs where; the first that fits holds, those with words before those without.</param>
public sealed record FilingOrder(
    ImmutableArray<string> Items,
    ImmutableArray<LegalBasis> Bases,
    string Own,
    FilingPlaces Places,
    ImmutableArray<FilingRule> Rules
)
{
    /// <summary>Where the order comes from on a day, for the cover: what was in force then.</summary>
    public string Basis(DateOnly day, LawBook laws) =>
        string.Join("；", Bases.Where(b => laws.Find(b.Law)?.Edition(b.Edition)?.InForce.Includes(day) == true).Select(Shown)) + Own;

    /// <summary>The place of a paper.</summary>
    /// <param name="kind">What it is; one kind.</param>
    /// <param name="title">Its title.</param>
    /// <param name="declared">Where its definition has it filed; null where it says nothing. A place of another order is not followed: a case may have moved.</param>
    public string Place(PaperKind kind, string title, string? declared = null) =>
        declared is not null && Places.All.Contains(declared) ? declared : Guess(kind, title);

    internal bool IsFor(string itemType) => Items.IsEmpty || Items.Any(w => itemType.Contains(w, StringComparison.Ordinal));

    // A standard is named by its number, which has its year.
    private static string Shown(LegalBasis basis) => basis.Article is null ? basis.Law : basis.ToString();

    private string Guess(PaperKind kind, string title) =>
        (Rules.FirstOrDefault(r => r.Names(kind, title)) ?? Rules.FirstOrDefault(r => r.TakesAny(kind)))?.Place
        ?? (kind is PaperKind.Opinion or PaperKind.Remark ? Places.Side : Places.Main)[^1];
}
