using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads who steps back from a draw: <c>rows: {3: 与被评查单位有利害关系}</c>, each row with its reasons.</summary>
internal static class RecusalReader
{
    internal static IEnumerable<Recusal> Read(Scope scope, Shape move)
    {
        if (move.Required("rows", Things.Quoted("redraw")) is not { } syntax)
            yield break;
        if (syntax is not MapSyntax map)
        {
            scope.Error(syntax.At, FileProblems.Shape(Things.RowsWithReasons, Shape.Words(syntax), null));
            yield break;
        }

        foreach (var entry in map.Entries)
        {
            if (
                !int.TryParse(
                    entry.Key,
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var row
                )
            )
                scope.Error(entry.KeyAt, FileProblems.Shape(Things.NumberOfRow, Found.Text(entry.Key), null));
            else
                yield return new Recusal(row, Values.Text(scope, entry.Value, Things.TheReasons) ?? "");
        }
    }
}
