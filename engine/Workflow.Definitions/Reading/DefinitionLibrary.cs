using Workflow.Definitions.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>The files of a folder of definitions: fragments by id and days in force, and a reading of every process.</summary>
public sealed class DefinitionLibrary
{
    private readonly Dictionary<string, List<FragmentSource>> _fragments = new(StringComparer.Ordinal);
    private readonly Problems _problems = new();

    private DefinitionLibrary()
    {
    }

    /// <summary>A library without fragments or processes.</summary>
    public static DefinitionLibrary Empty { get; } = new();

    /// <summary>The reading of each process file, in the order of file names.</summary>
    public IReadOnlyList<DefinitionReading> Readings { get; private set; } = [];

    /// <summary>Every problem of every file once.</summary>
    public IReadOnlyList<Problem> Problems => [.. _problems.All.Concat(Readings.SelectMany(r => r.Problems)).Distinct()];

    /// <summary>The ids of the processes in the folder.</summary>
    public IReadOnlySet<string> Processes { get; private set; } = new HashSet<string>();

    /// <summary>The laws that the folder may cite: its own over those shipped.</summary>
    public LawBook Laws { get; private set; } = ShippedLaws.Book;

    internal IEnumerable<string> FragmentIds => _fragments.Keys;

    /// <summary>Reads every <c>*.yaml</c> below a folder, its laws too, but calendars, scenarios, the catalogue and the register.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static DefinitionLibrary Load(string folder) =>
        Of(LibraryFiles.In(folder).Select(path => (LibraryFiles.Name(folder, path), File.ReadAllBytes(path))));

    /// <summary>Reads files that are already in memory.</summary>
    /// <param name="files">Each file's name and bytes.</param>
    public static DefinitionLibrary Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var library = new DefinitionLibrary();
        var processes = new List<(string Name, SyntaxNode? Root, Problems Problems)>();
        var byKind = files.ToLookup(f => LibraryFiles.IsLaw(f.Name));
        library.Laws = FolderLaws.Read(byKind[true], library._problems);
        foreach (var (name, bytes) in byKind[false])
        {
            var problems = new Problems();
            var root = SyntaxReader.Read(name, bytes, problems);
            if (root is MapSyntax map && map["fragment"] is not null) library.Add(name, map);
            else processes.Add((name, root, problems));
        }

        library.Processes = processes.Select(p => (p.Root as MapSyntax)?["process"]).OfType<ScalarSyntax>().Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        library.Readings = [.. processes.Select(p => DefinitionReader.Read(p.Name, p.Root, p.Problems, library))];
        foreach (var fragment in library._fragments.Values.SelectMany(f => f)) library._problems.Add(FragmentCheck.Run(fragment, library));
        library.CheckOverlaps();
        return library;
    }

    internal IReadOnlyList<FragmentSource> Editions(string id) => _fragments.GetValueOrDefault(id) ?? [];

    private void Add(string file, MapSyntax root)
    {
        var scope = new Scope(new Walk(_problems, null, this));
        var shape = Shape.Of(scope, root, DefinitionKeys.Fragment, "a fragment")!;
        var id = Values.Id(scope, Values.Scalar(scope, shape["fragment"], "an id"), "an id of the fragment");
        HeaderReader.Title(scope, shape.Required("title", "the fragment"));
        var inForce = InForceReader.Read(scope, shape.Required("in-force", "the fragment"));
        if (id is null || inForce is null) return;
        if (!_fragments.TryGetValue(id, out var editions)) _fragments[id] = editions = [];
        if (editions.Find(e => Overlap(e.InForce, inForce)) is { } other)
            _problems.Error(root.At with { File = file }, "fragment.overlap", $"Expected one edition of '{id}' on each day, but {inForce} overlaps {other.InForce} in {other.Root.At.File}.");
        editions.Add(new FragmentSource(id, inForce, root));
    }

    private void CheckOverlaps()
    {
        foreach (var process in Readings.Where(r => r.Definition is not null).GroupBy(r => r.Definition!.Id))
        {
            var editions = process.OrderBy(r => r.Definition!.InForce.From).ToList();
            foreach (var (earlier, later) in editions.Zip(editions.Skip(1)))
                if (Overlap(earlier.Definition!.InForce, later.Definition!.InForce))
                    _problems.Error(later.Places.Key("in-force"), "process.overlap", $"Expected one definition of '{process.Key}' on each day, but {later.Definition.InForce} overlaps {earlier.Definition.InForce} in {earlier.File}.");
        }
    }

    private static bool Overlap(PeriodInForce a, PeriodInForce b) =>
        (b.To is null || a.From <= b.To) && (a.To is null || b.From <= a.To);
}
