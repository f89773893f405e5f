using Workflow.Definitions.Expressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>The names of a step's own condition: where it opens once per row also <c>row.COLUMN</c>, <c>row.STEP</c> and <c>row.STEP.FIELD</c>.</summary>
/// <param name="scope">The names of the file.</param>
/// <param name="step">The step whose condition is read.</param>
/// <param name="others">What every condition may name.</param>
internal sealed class RowNames(Scope scope, StepSymbol step, INames others) : INames
{
    /// <summary>The word that begins what is said of a row. A step of that name keeps it.</summary>
    public const string Word = "row";

    private const string OfForm = "form.";

    private readonly Field? _table = Table(scope, step) is { } table ? scope.Walk.Known.Form.GetValueOrDefault(table) : null;

    public Typed? Find(NameTerm name) =>
        !IsOfRow(scope, name) ? others.Find(name)
        : _table is null ? null
        : name.Parts.Count switch
        {
            2 => Column(name) is { } column
                ? Step(name) is null
                    ? column
                    : null
                : Step(name),
            3 => StepField(name),
            _ => null,
        };

    public IEnumerable<string> Known(NameTerm name) =>
        !IsOfRow(scope, name) ? others.Known(name)
        : _table is null ? []
        : name.Parts.Count > 2 && Sibling(name.Parts[1]) is { } sibling ? sibling.Fields.Keys.Select(f => $"{Word}.{name.Parts[1]}.{f}")
        : _table.Columns.Select(c => c.Id).Concat(Siblings()).Select(n => $"{Word}.{n}");

    public Message? Fault(NameTerm name)
    {
        if (!IsOfRow(scope, name) || _table is null)
            return others.Fault(name);
        var of = Things.SpanOfRows(_table.Id);
        if (IsAmbiguous(name))
            return ConditionProblems.RowAmbiguous(name.Text, name.Parts[1], _table.Id);
        if (IsOfOtherRows(name.Parts[1]))
            return ConditionProblems.RowOfOther(of, name.Parts[1], string.Join('.', name.Parts.Skip(1)));
        return ConditionProblems.RowUnknown(of, name.Text, Ways.NearOrFew(name.Text, Known(name).ToList()));
    }

    private bool IsAmbiguous(NameTerm name) => name.Parts.Count == 2 && Column(name) is not null && Step(name) is not null;

    private bool IsOfOtherRows(string name) => scope.Step(Meant(name)) is not null && Sibling(name) is null;

    /// <summary>Whether a name speaks of a row.</summary>
    public static bool IsOfRow(Scope scope, NameTerm name) => name.Parts.Count > 1 && name.Parts[0] == Word && scope.Step(Word) is null;

    private Typed? Column(NameTerm name) =>
        _table!.Columns.FirstOrDefault(c => c.Id == name.Parts[1]) is { } column
            ? new NameFinder(scope).Field(name, column, new RowField(_table.Id, column.Id))
            : null;

    private Typed? Step(NameTerm name) =>
        Sibling(name.Parts[1]) is { } sibling
            ? new Typed(name, new RowOutcomeOf(sibling.Id), ValueKind.Text, Things.OutcomeOf(name.Parts[1]), sibling.Outcomes)
            : null;

    private Typed? StepField(NameTerm name) =>
        Sibling(name.Parts[1]) is { } sibling && sibling.Fields.TryGetValue(name.Parts[2], out var field)
            ? new NameFinder(scope).Field(name, field, new RowStepField(sibling.Id, field.Id))
            : null;

    // Another step for each row of the same table; rows that are drawn are rows of the table drawn from.
    private StepSymbol? Sibling(string name) =>
        scope.Step(Meant(name)) is { IsDraw: false } other && other.Id != step.Id && Table(scope, other) == _table?.Id ? other : null;

    private IEnumerable<string> Siblings() => scope.StepNames.Where(n => Sibling(n) is not null);

    private string Meant(string name) => scope.Arguments.GetValueOrDefault(name, name);

    // The walk before has left symbols whose own walk knows no names: they are looked up in this one.
    private static string? Table(Scope scope, StepSymbol step) =>
        step.Rows is not { } rows ? null
        : scope.Walk.Known.Steps.GetValueOrDefault(step.Owner.Named(rows)) is { IsDraw: true } draw ? Table(scope, draw)
        : rows.StartsWith(OfForm, StringComparison.Ordinal) ? rows[OfForm.Length..]
        : rows;
}
