namespace Workflow.Tests.Guarantees;

/// <summary>Where the folders of a project are not the layers that its README lists, said so that one knows what to write where.</summary>
internal static class LayerFaults
{
    /// <summary>Folders with types that have no row, and rows without types.</summary>
    internal static string OfFolders(Layers layers, FolderArrows arrows) =>
        string.Join(
            '\n',
            [
                .. arrows.Folders.Where(f => layers.RowOf(f) is null).Select(f => Unlisted(f, layers, arrows)),
                .. layers
                    .Rows.Except(arrows.Folders.Select(layers.RowOf))
                    .Select(row => $"{layers.Path}: no type stands in `{row}/`; take the row out."),
                .. layers
                    .Rows.GroupBy(row => row)
                    .Where(same => same.Count() > 1)
                    .Select(same => $"{layers.Path}: `{same.Key}/` has two rows; keep one."),
            ]
        );

    /// <summary>Each type that uses a type of a folder above its own.</summary>
    internal static string OfArrows(Layers layers, IEnumerable<FolderArrow> arrows) =>
        string.Join(
            '\n',
            arrows
                .Select(a => (Arrow: a, From: layers.RowOf(a.From), To: layers.RowOf(a.To)))
                .Where(a => a.From is not null && a.To is not null && layers.Height(a.From) < layers.Height(a.To))
                .Select(a =>
                    $"{a.From} is below {a.To}, but {a.Arrow.Type} uses {a.Arrow.Used}. "
                    + $"Move one of the two types, or the row of one of the two folders in {layers.Path}."
                )
                .Order(StringComparer.Ordinal)
        );

    private static string Unlisted(string folder, Layers layers, FolderArrows arrows)
    {
        var uses = arrows.All.Where(a => a.From == folder).Select(a => layers.RowOf(a.To)).OfType<string>().Distinct().ToList();
        var users = arrows.All.Where(a => a.To == folder).Select(a => layers.RowOf(a.From)).OfType<string>().Distinct().ToList();
        return $"{layers.Path}: add a row | `{(folder.Length == 0 ? "." : folder + "/")}` | the question it answers | "
            + $"{Place("after", uses.MaxBy(layers.Height))} and {Place("before", users.MinBy(layers.Height))}.";
    }

    private static string Place(string side, string? row) => row is null ? $"{side} any row" : $"{side} `{row}/`";
}
