using Workflow.Definitions.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Reads the laws of a folder of definitions and lays them over the shipped ones.</summary>
internal static class FolderLaws
{
    /// <summary>Returns the book of a folder. A file that is the shipped one is not read again.</summary>
    /// <param name="files">Each file's name and bytes.</param>
    /// <param name="problems">Collects what should be mended.</param>
    public static LawBook Read(IEnumerable<(string Name, byte[] Bytes)> files, Problems problems)
    {
        var own = Own(files, problems);
        var book = ShippedLaws.Book.With(own);
        foreach (var law in own)
            Overlaps(book.Find(law.Title)!, problems);
        return book;
    }

    private static IReadOnlyCollection<Law> Own(IEnumerable<(string Name, byte[] Bytes)> files, Problems problems)
    {
        var own = new Dictionary<string, Law>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files.Where(f => !ShippedLaws.Is(Path.GetFileName(f.Name), f.Bytes)))
            if (LawReader.Read(name, bytes, problems) is { } law && !own.TryAdd(law.Title, law))
                problems.Error(new Position(name, 1, 1), LawProblems.Twice(law.Title));
        return own.Values;
    }

    private static void Overlaps(Law law, Problems problems)
    {
        foreach (var (earlier, later) in law.Editions.Zip(law.Editions.Skip(1)))
            if (earlier.InForce.To is not { } end || end >= later.InForce.From)
                problems.Error(new Position(law.Title, 1, 1), LawProblems.EditionOverlap($"{later.Year}", $"{earlier.Year}"));
    }
}
