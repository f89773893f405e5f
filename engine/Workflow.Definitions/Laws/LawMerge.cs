using Workflow.Engine.Laws;

namespace Workflow.Definitions.Laws;

/// <summary>Lays a folder's law over the shipped one: by edition, and by edition and article.</summary>
internal static class LawMerge
{
    /// <summary>Returns the folder's law with what it does not say taken from the shipped one.</summary>
    public static Law Over(Law? shipped, Law own) =>
        shipped is null
            ? own
            : own with
            {
                Governs = own.Governs.IsEmpty ? shipped.Governs : own.Governs,
                Grounds = shipped.Grounds.SetItems(own.Grounds),
                Editions = [.. shipped.Editions.Where(e => own.Edition(e.Year) is null).Concat(own.Editions).OrderBy(e => e.InForce.From)],
                Decisions = own.Decisions.IsEmpty ? shipped.Decisions : own.Decisions,
                Days = own.Days.IsEmpty ? shipped.Days : own.Days,
                Articles = [.. shipped.Articles.Select(a => Left(a, own)).Where(a => !a.Editions.IsEmpty), .. own.Articles],
            };

    // The editions of a shipped entry for which the folder says nothing of its article.
    private static Article Left(Article shipped, Law own) =>
        shipped with
        {
            Editions = [.. shipped.Editions.Where(year => !own.Of(year).Any(a => a.Number == shipped.Number))],
        };
}
