using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
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

    /// <summary>Reads what a file declares beside its steps.</summary>
    public void Read(Shape file)
    {
        var scope = file.Scope;
        Basis.AddRange(BasisReader.List(scope, file["basis"]).Except(Basis));
        foreach (var field in FieldReader.List(scope, file["form"], "form").Where(f => Fresh(scope, file, "form", f.Id)))
        {
            Form.Add(field);
            scope.Walk.Found.Form[field.Id] = field;
        }

        foreach (var entry in NamedItems.Of(scope, file["materials"], Things.Materials).Where(e => Fresh(scope, file, "materials", e.Key)))
        {
            scope.Walk.Found.Materials.Add(entry.Key);
            if (MaterialReader.Read(scope, entry) is { } material)
                Materials.Add(material);
        }

        foreach (var entry in NamedItems.Of(scope, file["documents"], Things.Documents).Where(e => Fresh(scope, file, "documents", e.Key)))
        {
            scope.Walk.Found.Documents.Add(entry.Key);
            if (DocumentReader.Read(scope, entry) is { } document)
                Documents.Add(document);
        }

        foreach (var entry in NamedItems.Of(scope, file["ends"], Things.Ends))
        {
            scope.Walk.Places.Add($"end/{entry.Key}/", entry.KeyAt);
            Ends.TryAdd(entry.Key, HeaderReader.Title(scope, entry.Value));
        }

        foreach (var entry in NamedItems.Of(scope, file["clocks"], Things.Clocks))
            Clock(scope, entry);
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
        if (_declared.TryAdd($"{section}/{id}", at))
            return true;
        if (_declared[$"{section}/{id}"] != at)
            scope.Error(scope.UsedAt ?? at, NameProblems.Declared(section, id, _declared[$"{section}/{id}"].ToString(), at.ToString()));
        return false;
    }
}
