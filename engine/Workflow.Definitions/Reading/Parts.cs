using Workflow.Definitions.Reading.Clocks;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Papers;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>What a process and its fragments declare together; two declarations of one id conflict unless they are the same lines.</summary>
internal sealed class Parts
{
    private readonly Dictionary<string, Position> _declared = new(StringComparer.Ordinal);

    public List<LegalBasis> Basis { get; } = [];

    public List<Field> Form { get; } = [];

    public List<Material> Materials { get; } = [];

    public List<DocumentType> Documents { get; } = [];

    public List<ClockRule> Clocks { get; } = [];

    /// <summary>What people call the results; the process is read first, so its own titles stand.</summary>
    public SortedDictionary<string, LocalizedText> Ends { get; } = new(StringComparer.Ordinal);

    /// <summary>What people call the moments; the process is read first, so its own titles stand.</summary>
    public SortedDictionary<string, LocalizedText> Moments { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads what a file declares beside its steps.</summary>
    public void Read(Shape file)
    {
        var scope = file.Scope;
        Basis.AddRange(BasisReader.List(scope, file["basis"]).Except(Basis));
        Fields(file);
        Papers(file);
        foreach (var entry in NamedItems.Of(scope, file["ends"], Things.Ends))
            End(scope, entry);
        foreach (var entry in NamedItems.Of(scope, file["moments"], Things.Moments))
            Moment(scope, entry);
        foreach (var entry in NamedItems.Of(scope, file["clocks"], Things.Clocks))
            Clock(scope, entry);
    }

    private void Fields(Shape file)
    {
        foreach (
            var field in FieldReader
                .List(file.Scope, file[FieldReader.Form], FieldReader.Form)
                .Where(f => Fresh(file.Scope, file, FieldReader.Form, f.Id))
        )
        {
            Form.Add(field);
            file.Scope.Walk.Found.Form[field.Id] = field;
        }
    }

    private void Papers(Shape file)
    {
        var (scope, found) = (file.Scope, file.Scope.Walk.Found);
        foreach (var entry in Declared(file, "materials", Things.Materials, found.Materials))
            if (MaterialReader.Read(scope, entry) is { } material)
                Add(material, found);
        foreach (var entry in Declared(file, "documents", Things.Documents, found.Documents))
            if (DocumentReader.Read(scope, entry) is { } document)
                Add(document, found);
    }

    private void Add(Material material, Symbols found)
    {
        Materials.Add(material);
        if (material.Dated)
            found.Dated.Add(NameFinder.OfMaterial(material.Id));
    }

    private void Add(DocumentType document, Symbols found)
    {
        Documents.Add(document);
        if (document.Valid is not null)
            found.Dated.Add(document.Id);
    }

    // The entries of a section that nobody has declared yet; the section learns their names.
    private IEnumerable<MapEntry> Declared(Shape file, string section, Message what, HashSet<string> found)
    {
        foreach (var entry in NamedItems.Of(file.Scope, file[section], what).Where(e => Fresh(file.Scope, file, section, e.Key)))
        {
            found.Add(entry.Key);
            yield return entry;
        }
    }

    private void End(Scope scope, MapEntry entry)
    {
        scope.Walk.Places.Add($"end/{entry.Key}/", entry.KeyAt);
        Ends.TryAdd(entry.Key, TitleReader.Read(scope, entry.Value, Things.Title) ?? new LocalizedText(""));
    }

    // A title of a moment that nothing marks is a slip: the moment has another name.
    private void Moment(Scope scope, MapEntry entry)
    {
        var named = new ScalarSyntax(entry.KeyAt, scope.Arguments.GetValueOrDefault(entry.Key, entry.Key), false);
        var title = TitleReader.Read(scope, entry.Value, Things.Title);
        if (References.Moment(scope, named) is { } moment && title is not null)
            Moments.TryAdd(moment, title);
    }

    private void Clock(Scope scope, MapEntry entry)
    {
        if (!scope.Walk.Found.Clocks.Add(scope.Named(entry.Key)))
            scope.Error(scope.UsedAt ?? entry.KeyAt, NameProblems.DuplicateClock(scope.Named(entry.Key)));
        else if (ClockReader.Case(scope, entry) is { } clock)
            Clocks.Add(clock);
    }

    private bool Fresh(Scope scope, Shape file, string section, string id)
    {
        var at = ((MapSyntax)file[section]!).Entries.First(e => e.Key == id).KeyAt;
        var name = $"{section}/{id}";
        if (_declared.TryAdd(name, at))
            return true;
        var first = _declared[name];
        if (first != at)
            scope.Error(scope.UsedAt ?? at, NameProblems.Declared(section, id, first.ToString(), at.ToString()));
        return false;
    }
}
