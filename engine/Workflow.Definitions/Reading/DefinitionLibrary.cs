using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Reading.Steps;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>The files of a folder of definitions: fragments by id and days in force, and a reading of every process.</summary>
public sealed class DefinitionLibrary : IShelf
{
    private readonly Dictionary<string, List<FragmentSource>> _fragments;
    private readonly Problems _problems = new();
    private IReadOnlyList<(string Name, byte[] Bytes)> _files = [];
    private IReadOnlyDictionary<string, LocalizedText> _roles = new Dictionary<string, LocalizedText>();

    private DefinitionLibrary(Dictionary<string, List<FragmentSource>>? fragments = null) =>
        _fragments = fragments ?? new Dictionary<string, List<FragmentSource>>(StringComparer.Ordinal);

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

    /// <summary>The bytes of each file that was read, by its name.</summary>
    internal IEnumerable<(string Name, byte[] Bytes)> Files => _files;

    IReadOnlyDictionary<string, LocalizedText> IShelf.RoleTitles => _roles;

    IEnumerable<string> IShelf.FragmentIds => _fragments.Keys;

    /// <summary>Reads every <c>*.yaml</c> below a folder, its laws too and what the register calls the roles, but calendars, scenarios, the catalogue and the rest of the register.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static DefinitionLibrary Load(string folder) =>
        Of(LibraryFiles.In(folder).Select(path => (LibraryFiles.Name(folder, path), File.ReadAllBytes(path))));

    /// <summary>Reads files that are already in memory.</summary>
    /// <param name="files">Each file's name and bytes.</param>
    public static DefinitionLibrary Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var library = new DefinitionLibrary { _files = [.. files] };
        var byKind = library._files.Where(f => !LibraryFiles.IsRegister(f.Name)).ToLookup(f => LibraryFiles.IsLaw(f.Name));
        library.Laws = FolderLaws.Read(byKind[true], library._problems);
        foreach (var register in library._files.Where(f => LibraryFiles.IsRegister(f.Name)))
            library._roles = RoleTitles.Read(register.Name, register.Bytes);
        library.Read([.. byKind[false].Select(f => ProcessFile.Of(f.Name, f.Bytes)).Where(f => !library.Keeps(f))]);
        library.CheckFragments();
        library.CheckOverlaps();
        return library;
    }

    private void Read(IReadOnlyCollection<ProcessFile> processes)
    {
        Processes = processes.Select(p => p.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Readings = [.. processes.Select(p => p.Read(this))];
    }

    private void CheckFragments()
    {
        foreach (var fragment in _fragments.Values.SelectMany(f => f))
            _problems.Add(FragmentCheck.Run(fragment, this));
    }

    // A fragment is kept for whoever uses it; everything else is a process, or means to be one.
    private bool Keeps(ProcessFile file)
    {
        if (file.Fragment is not { } fragment)
            return false;
        Add(file.Name, fragment);
        return true;
    }

    /// <summary>
    /// Returns the library with a file in the place of the one of that name; a process takes the place of the definition of the
    /// same process that is in force on the same days, so that a draft is read among the others as if it were published.
    /// </summary>
    /// <param name="name">The file's name below the folder.</param>
    /// <param name="bytes">Its bytes.</param>
    public DefinitionLibrary With(string name, byte[] bytes)
    {
        var file = ProcessFile.Of(name, bytes);
        if (LibraryFiles.IsLaw(name) || file.Fragment is not null || IsFragment(name))
            return Of([.. _files.Where(f => f.Name != name), (name, bytes)]);
        var library = Knowing(file.Id);
        var draft = file.Read(library);
        library.Readings = [.. Readings.Where(r => r.File != name && !IsReplaced(r, draft)), draft];
        library._problems.Add(_problems.All);
        return library;
    }

    private DefinitionLibrary Knowing(string? process) =>
        new(_fragments)
        {
            _files = _files,
            Laws = Laws,
            _roles = _roles,
            Processes = process is null ? Processes : Processes.Append(process).ToHashSet(StringComparer.Ordinal),
        };

    private bool IsFragment(string name) => _files.Any(f => f.Name == name && ProcessFile.Of("", f.Bytes).Fragment is not null);

    private static bool IsReplaced(DefinitionReading reading, DefinitionReading draft) =>
        reading.Definition is { } old && draft.Definition is { } next && old.Id == next.Id && Overlap(old.InForce, next.InForce);

    IReadOnlyList<FragmentSource> IShelf.Editions(string id) => _fragments.GetValueOrDefault(id) ?? [];

    private void Add(string file, MapSyntax root)
    {
        if (Source(root) is not { } source)
            return;
        if (!_fragments.TryGetValue(source.Id, out var editions))
            _fragments[source.Id] = editions = [];
        var at = root.At with { File = file };
        if (editions.Find(e => Overlap(e.InForce, source.InForce)) is { } other)
            _problems.Error(at, FragmentProblems.Overlap(source.Id, $"{source.InForce}", $"{other.InForce}", other.Root.At.File));
        editions.Add(source);
    }

    private FragmentSource? Source(MapSyntax root)
    {
        var shape = Shape.Of(new Scope(Walk.Alone(_problems)), root, DefinitionKeys.Fragment, Things.Fragment)!;
        var id = shape.Id("fragment", Things.Id, Things.IdOfTheFragment);
        HeaderReader.Title(shape, Things.TheFragment);
        var inForce = InForceReader.Read(shape, Things.TheFragment);
        return id is null || inForce is null ? null : new FragmentSource(id, inForce, root);
    }

    private void CheckOverlaps()
    {
        foreach (var process in Readings.Where(r => r.Definition is not null).GroupBy(r => r.Definition!.Id))
        {
            var editions = process.OrderBy(r => r.Definition!.InForce.From).ToList();
            foreach (var (earlier, later) in editions.Zip(editions.Skip(1)))
                CheckOverlap(earlier, later);
        }
    }

    private void CheckOverlap(DefinitionReading earlier, DefinitionReading later)
    {
        var (one, other) = (later.Definition!, earlier.Definition!);
        if (Overlap(other.InForce, one.InForce))
            _problems.Error(
                later.Places.Key("in-force"),
                StepProblems.ProcessOverlap(one.Id, $"{one.InForce}", $"{other.InForce}", earlier.File)
            );
    }

    private static bool Overlap(PeriodInForce a, PeriodInForce b) => (b.To is null || a.From <= b.To) && (a.To is null || b.From <= a.To);
}
