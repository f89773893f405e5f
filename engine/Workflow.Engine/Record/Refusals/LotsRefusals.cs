using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about drawing lots.</summary>
internal static class LotsRefusals
{
    /// <summary>The step is no draw that is sealed before.</summary>
    internal static Refusal NoSeal(NameValue step) => new("lots.no_seal", ("step", step));

    /// <summary>The form does not say how many are drawn.</summary>
    internal static Refusal Count(NameValue step, NameValue field) => new("lots.count", ("step", step), ("field", field));

    /// <summary>The form has fewer rows than are to be drawn.</summary>
    internal static Refusal TooFew(NameValue step, NameValue table, int count, int found) =>
        new("lots.too_few", ("step", step), ("table", table), ("count", count), ("found", found));

    /// <summary>The same population is sealed already.</summary>
    internal static Refusal AlreadySealed(NameValue step, string commitment) =>
        new("lots.already_sealed", ("step", step), ("commitment", commitment));

    /// <summary>The lots are not sealed yet.</summary>
    internal static Refusal NotSealed(NameValue step) => new("lots.not_sealed", ("step", step));

    /// <summary>The form is not what was sealed.</summary>
    /// <param name="step">The draw.</param>
    /// <param name="was">How many were to be drawn from how many rows.</param>
    /// <param name="now">The same, by the form as it is.</param>
    internal static Refusal PopulationChanged(NameValue step, (int Count, int Rows) was, (int Count, int Rows) now) =>
        new(
            "lots.population_changed",
            ("step", step),
            ("count", was.Count),
            ("rows", was.Rows),
            ("countNow", now.Count),
            ("rowsNow", now.Rows)
        );

    /// <summary>The vault does not hold the seed.</summary>
    internal static Refusal SeedGone(NameValue step, string commitment) =>
        new("lots.seed_gone", ("step", step), ("commitment", commitment));

    /// <summary>The vault holds another seed.</summary>
    internal static Refusal SeedFalse(NameValue step, string commitment) =>
        new("lots.seed_false", ("step", step), ("commitment", commitment));

    /// <summary>Nothing is drawn yet.</summary>
    internal static Refusal NotDrawn(NameValue step) => new("lots.not_drawn", ("step", step));

    /// <summary>The form has been corrected since the draw.</summary>
    internal static Refusal FormCorrected(NameValue step) => new("lots.form_corrected", ("step", step));

    /// <summary>Somebody has acted on what was drawn.</summary>
    internal static Refusal Acted(NameValue step, NameValue later) => new("lots.acted", ("step", step), ("later", later));

    /// <summary>A step that asked the rows is over, and would never ask the row that comes instead.</summary>
    internal static Refusal Over(NameValue step, NameValue over) => new("lots.over", ("step", step), ("over", over));

    /// <summary>Too few rows are left.</summary>
    internal static Refusal NobodyLeft(NameValue step, int needed, int left, int rows) =>
        new("lots.nobody_left", ("step", step), ("needed", needed), ("left", left), ("rows", rows));

    /// <summary>No row steps back, or more than a recusal may have.</summary>
    internal static Refusal RecusalCount(int most, int found) => new("lots.recusal_count", ("most", most), ("found", found));

    /// <summary>A row steps back that is not drawn.</summary>
    internal static Refusal RecusalRows(int row, IEnumerable<int> drawn) =>
        new("lots.recusal_rows", ("row", row), ("drawn", MessageValue.List(drawn.Select(r => (MessageValue)r))));

    /// <summary>A row steps back twice.</summary>
    internal static Refusal RecusalTwice(int row) => new("lots.recusal_twice", ("row", row));

    /// <summary>What needs reasons: that a row steps back.</summary>
    internal static Message ARecusal(int row) => new("lots.a_recusal", ("row", row));
}
